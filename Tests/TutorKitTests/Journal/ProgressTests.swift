import Testing

@testable import TutorKit

@Suite struct ProgressTests {
    private let gather = LessonOutline(
        id: "gather",
        questions: [
            LessonOutline.Asked(id: "order", contentHash: "h1", points: 2),
            LessonOutline.Asked(id: "why", contentHash: "h1", points: 1),
            LessonOutline.Asked(id: "when", contentHash: "h1", points: 1),
        ]
    )

    private func progress(_ kinds: JournalEntry.Kind...) -> Progress {
        Progress(
            kinds.enumerated().map { index, kind in
                JournalEntry(number: index + 1, time: .fixed, session: "s", kind: kind)
            }
        )
    }

    @Test func startIsNothingDone() {
        let standing = Progress().standing(in: gather)
        #expect("\(standing)" == "0 of 3")
        #expect(standing.possiblePoints == 4)
        #expect(Progress().current == nil)
        #expect(Progress().question("order").state(contentHash: "h1") == .untouched)
    }

    @Test func rightAnswerPassesAndLaterWrongOnesTakeNothingAway() {
        let progress = progress(
            .answered("order", .wrong, misconception: "reversed"),
            .hint(lesson: "gather", question: "order", number: 1),
            .hint(lesson: "gather", question: "order", number: 2),
            .answered("order", .right, points: 2),
            .answered("order", .wrong, misconception: "reversed")
        )
        let order = progress.question("order")
        #expect(order.state(contentHash: "h1") == .passed)
        #expect(order.attempts == 3)
        #expect(order.hints == 2)
        #expect(order.misconceptions == ["reversed"])
        #expect("\(progress.standing(in: gather))" == "1 of 3")
        #expect(progress.standing(in: gather).points == 2)
    }

    @Test func partlyRightAnswersCountTheirBestPointsAndEveryMisconception() {
        let progress = progress(
            .partly("order", misconceptions: ["a", "b"], points: 0.5),
            .partly("order", misconceptions: ["b", "c"], points: 1.33),
            .partly("order", misconceptions: [], points: 0)
        )
        let order = progress.question("order")
        #expect(order.state(contentHash: "h1") == .tried)
        #expect(order.misconceptions == ["a", "b", "c"])
        #expect(progress.standing(in: gather).points == 1.33)
        #expect(progress.standing(in: gather).passed == 0)
    }

    @Test func explanationCountsAsAnsweredAndEarnsNothingByItself() {
        let progress = progress(.answered("why", .ungraded, "Because nobody waits."))
        #expect(progress.question("why").state(contentHash: "h1") == .passed)
        #expect(progress.question("why").state(contentHash: "h2") == .changedSincePassed)
        #expect("\(progress.standing(in: gather))" == "1 of 3")
        #expect(progress.standing(in: gather).points == 0)
    }

    @Test func answerThatCouldNotBeJudgedIsNoAttempt() {
        let question = progress(.answered("order", .couldNotTell)).question("order")
        #expect(question.attempts == 0)
        #expect(question.unjudged == 1)
        #expect(question.state(contentHash: "h1") == .tried)
    }

    @Test func changedQuestionStaysPassedAndSaysSo() {
        var progress = progress(.answered("order", .right, hash: "h0", points: 2))
        #expect(progress.question("order").state(contentHash: "h1") == .changedSincePassed)
        #expect("\(progress.standing(in: gather))" == "1 of 3")
        #expect(progress.standing(in: gather).changed == 1)

        progress.apply(JournalEntry(number: 9, time: .fixed, session: "s", kind: .answered("order", .right, points: 2)))
        #expect(progress.question("order").state(contentHash: "h1") == .passed)
    }

    @Test func skippedQuestionCountsAsSkippedUntilItIsAnswered() {
        let skipped = JournalEntry.Kind.skipped(lesson: "gather", question: "why")
        #expect(progress(skipped).standing(in: gather).skipped == 1)
        #expect(progress(skipped, .answered("why", .wrong)).standing(in: gather).skipped == 0)
    }

    @Test func resetOfALessonLeavesTheOthers() {
        let progress = progress(
            .answered("order", .right, points: 2),
            .answered("sleep", .right, lesson: "sleeping"),
            .at("order"),
            .reset(.lesson("gather"))
        )
        #expect("\(progress.standing(in: gather))" == "0 of 3")
        #expect(progress.question("sleep").state(contentHash: "h1") == .passed)
        #expect(progress.current == JournalEntry.Position(lesson: "gather", place: .start))
    }

    @Test func resetOfAllIsAFreshStart() {
        let progress = progress(.answered("order", .right), .at("order"), .reset(.all))
        #expect(progress.questions.isEmpty && progress.current == nil)
        #expect(progress.place(in: "gather") == .start)
    }

    @Test(arguments: [JournalEntry.Scope.all, .lesson("gather")])
    func aResetIsTakenBackOnceAndWhatWasDoneSinceCountsToo(_ scope: JournalEntry.Scope) {
        let before: [JournalEntry.Kind] = [
            .answered("order", .right, points: 2), .answered("sleep", .right, lesson: "sleeping"), .at("order"),
        ]
        let since: [JournalEntry.Kind] = [
            .answered("order", .wrong), .answered("why", .right, points: 1), .resetUndone,
        ]
        func outcome(_ kinds: [JournalEntry.Kind]) -> Progress {
            Progress(
                kinds.enumerated().map {
                    JournalEntry(number: $0.offset + 1, time: .fixed, session: "s", kind: $0.element)
                }
            )
        }
        let undone = outcome(before + [.reset(scope)] + since)
        #expect("\(undone.standing(in: gather))" == "2 of 3")
        #expect(undone.question("order").points == 2)
        #expect(undone.question("sleep").state(contentHash: "h1") == .passed)
        #expect(undone.place(in: "gather") == .question("order"))
        #expect(!undone.canUndoReset)
        #expect(outcome(before + [.reset(scope)] + since + [.resetUndone]) == undone)
        #expect(outcome(before + [.resetUndone]) == outcome(before))
    }

    @Test func currentPlaceIsTheLastOneAndEachLessonKeepsItsOwn() {
        let progress = progress(
            .opened(lesson: "gather"),
            .at("why"),
            .opened(lesson: "sleeping"),
            .position(JournalEntry.Position(lesson: "sleeping", place: .item(4))),
            .opened(lesson: "gather")
        )
        #expect(progress.current == JournalEntry.Position(lesson: "gather", place: .question("why")))
        #expect(progress.place(in: "sleeping") == .item(4))
        #expect(progress.place(in: "timeouts") == .start)
    }

    @Test func pointsStayWithinWhatTheQuestionGives() {
        let standing = progress(
            .answered("order", .right, points: 1e300),
            .answered("why", .wrong, points: -5)
        ).standing(in: gather)
        #expect(standing.points == 2)
    }
}
