import ConcurrencyKit
import LessonKit
import Testing

struct ChoiceJudgeTests {
    @Test(arguments: [
        "b", "B", " B. ", "(b)", "b)", "'b'", "They keep running.", "they KEEP  running", "B. They keep running", "`b`",
    ])
    func aChoiceIsNamedByItsLetterOrItsWords(_ answer: String) throws {
        let question = try Fixture.question("gather-why")
        #expect(told(judge(answer, question: question, run: nil)) == "right: gather's children are not a structure.")
    }

    @Test func aWrongChoiceHasItsOwnFeedbackAndMisconception() throws {
        let question = try Fixture.question("gather-why")
        #expect(
            told(judge("a", question: question, run: nil))
                == "wrong [group-not-gather]: that is what a task group does."
        )
    }

    @Test(arguments: ["Z", "", " ", "ab", "they", "A or B", "1", "😀", "\u{0}", String(repeating: "b", count: 100_000)])
    func whatIsNoChoiceIsNoAttempt(_ answer: String) throws {
        let question = try Fixture.question("gather-why")
        #expect(told(judge(answer, question: question, run: nil)) == "expected one letter: A or B")
    }
}

struct NumberJudgeTests {
    @Test(arguments: [
        "1s", "1000 ms", "1.0", "1", "1,0 s", "1 second", "1.1s", "1.005s", "'1s'.", "1_000ms", "0.5 s 500 ms", ".999s",
        "1000000 µs", "+1s",
    ])
    func aNumberIsReadByMeaning(_ answer: String) throws {
        #expect(told(judge(answer, question: try Fixture.question("gather-time"), run: nil)) == "right: the longest.")
    }

    @Test(arguments: ["3", "3s", "3000ms", "0,05 min", "0.05m"])
    func aForeseenWrongNumberHasItsOwnFeedback(_ answer: String) throws {
        #expect(
            told(judge(answer, question: try Fixture.question("gather-time"), run: nil))
                == "wrong [adds-up]: that would be one after the other."
        )
    }

    @Test(arguments: ["2 min", "0", "-1s", "1.02s", "0,500", "1h"])
    func anyOtherWrongNumberHasTheGeneralFeedback(_ answer: String) throws {
        #expect(
            told(judge(answer, question: try Fixture.question("gather-time"), run: nil))
                == "wrong: look at the timeline."
        )
    }

    @Test(arguments: [
        "soon", "", "s", "1 fish", "1s 2", "--1", "1.2.3", "nan", "inf", "0x1p3", "1e3", ".", ",", "s1",
        String(repeating: "9", count: 400), String(repeating: "1 ", count: 50_000),
    ])
    func whatIsNoTimeIsNoAttempt(_ answer: String) throws {
        #expect(
            told(judge(answer, question: try Fixture.question("gather-time"), run: nil))
                == "expected a time, such as 1.5 s or 200 ms"
        )
    }

    @Test(arguments: ["1,500", "1,000,000 ms", "12,345s"])
    func aNumberThatCanBeReadInTwoWaysIsNoAttempt(_ answer: String) throws {
        let verdict = told(judge(answer, question: try Fixture.question("gather-time"), run: nil))
        #expect(verdict.hasPrefix("expected a number without a separator of thousands"))
    }

    @Test(arguments: [
        ("3 tasks", "right: y"), ("3", "right: y"), ("3 task", "right: y"), ("2 tasks", "wrong: n"),
        ("3 loops", "expected a number of tasks, such as 3"), ("3s", "expected a number of tasks, such as 3"),
    ])
    func aWordBehindANumberIsItsUnit(answer: String, expected: String) throws {
        let question = try Fixture.question("kind=number", answer: "- right 3 tasks: y\n- wrong: n")
        #expect(told(judge(answer, question: question, run: nil)) == expected)
    }

    @Test(arguments: [
        ("3", "right: y"), ("3 of them", "expected a number, such as 3"), ("3 tasks", "right: y"),
        ("3 s", "expected a number, such as 3"),
    ])
    func aBareKeyWantsABareNumber(answer: String, expected: String) throws {
        let question = try Fixture.question("kind=number", answer: "- right 3: y\n- wrong: n")
        #expect(told(judge(answer, question: question, run: nil)) == expected)
    }
}

struct TextJudgeTests {
    @Test(arguments: [
        ("Task group", "right: yes."), ("  'task   GROUP'. ", "right: yes."), ("withTaskGroup()", "right: yes."),
        ("“task group”", "right: yes."), ("`async let`", "wrong [fixed-number]: that is for a fixed number."),
        ("taskgroup", "wrong: it is in the section's title."), ("", "expected a word or a short phrase"),
        ("?!", "expected a word or a short phrase"), ("\"\"", "expected a word or a short phrase"),
    ])
    func aWordIsReadByMeaning(answer: String, expected: String) throws {
        #expect(told(judge(answer, question: try Fixture.question("gather-word"), run: nil)) == expected)
    }
}

struct PredictedLinesTests {
    private let run = DemoEvidence(lines: ["a", "b", "c"], trace: [])

    @Test(arguments: [
        "a\nb\nc", "a / b / c", "a;b;c", "a, b, c", "a b c", "'a', 'b', 'c'", "A, B, C.", "\"a\"\n\"b\"\n\n\"c\"\n",
        "a\r\nb\r\nc", "`a`,`b`,`c`", "a/b/c", "a / b/c",
    ])
    func linesAreReadByMeaning(_ answer: String) throws {
        #expect(
            told(judge(answer, question: try Fixture.question("gather-order"), run: run))
                == "right: first in, first out."
        )
    }

    @Test(arguments: [
        ("c, b, a", "wrong [last-first]: nothing turns the order round. (line 1: you said 'c', it printed 'a')"),
        ("b a c", "wrong [reads-as-parallel]: not by chance. (line 1: you said 'b', it printed 'a')"),
        ("c; a; b", "wrong [reads-as-parallel]: not by chance. (line 1: you said 'c', it printed 'a')"),
        ("done", "wrong [waits-for-all]: it prints while it runs. (line 1: you said 'done', it printed 'a')"),
        ("a, c, b", "wrong: run it and see. (line 2: you said 'c', it printed 'b')"),
        ("a, b", "wrong: run it and see. (it printed more after line 2)"),
        ("a, b, c, d", "wrong: run it and see. (it printed nothing after line 3)"),
        ("", "expected the lines with ' / ' between them"),
        (" \n ", "expected the lines with ' / ' between them"),
    ])
    func aWrongPredictionIsToldTheFirstDifferenceOnly(answer: String, expected: String) throws {
        #expect(told(judge(answer, question: try Fixture.question("gather-order"), run: run)) == expected)
    }

    @Test func withoutARunNothingCanBeTold() throws {
        let question = try Fixture.question("gather-order")
        #expect(told(judge("a", question: question, run: nil)) == "could not tell: the demo 'demo' has not been run")
        let silent = DemoEvidence(lines: [], trace: [])
        #expect(told(judge("a", question: question, run: silent)) == "could not tell: the demo 'demo' printed nothing")
    }

    @Test(arguments: [
        "['Result 1', 'Result 2', None]", "[\"Result 1\",\"Result 2\",nil]", "[Result 1, Result 2, None]",
        "[ 'result 1', 'result 2', nil ]",
    ])
    func aListAsPythonPrintsItIsTheListAsSwiftPrintsIt(_ answer: String) throws {
        let list = DemoEvidence(lines: ["[\"Result 1\", \"Result 2\", nil]"], trace: [])
        #expect(
            told(judge(answer, question: try Fixture.question("gather-order"), run: list))
                == "right: first in, first out."
        )
    }

    @Test(arguments: [
        ("['a', 'b'] / done", "right: first in, first out."),
        ("['a', 'b'], done", "right: first in, first out."),
        ("['a', 'b']; True", "wrong: run it and see. (line 2: you said 'True', it printed 'done')"),
    ])
    func commasInsideAListAreNotBetweenLines(answer: String, expected: String) throws {
        let run = DemoEvidence(lines: ["[\"a\", \"b\"]", "done"], trace: [])
        #expect(told(judge(answer, question: try Fixture.question("gather-order"), run: run)) == expected)
    }

    @Test func aSlashWithinAPrintedLineIsNotBetweenLines() throws {
        let run = DemoEvidence(lines: ["/home", "c"], trace: [])
        let question = try Fixture.question("gather-order")
        #expect(told(judge("/home / c", question: question, run: run)) == "right: first in, first out.")
        #expect(
            told(judge("/home/c", question: question, run: run))
                == "wrong: run it and see. (line 1: you said '/home/c', it printed '/home')"
        )
    }

    @Test func commasThatMayBeEitherAreAskedAbout() throws {
        let run = DemoEvidence(lines: ["a, b", "c"], trace: [])
        let question = try Fixture.question("gather-order")
        #expect(
            told(judge("a, b, c", question: question, run: run))
                == "expected the lines with ' / ' between them; the lines have commas themselves"
        )
        #expect(told(judge("a, b / c", question: question, run: run)) == "right: first in, first out.")
    }

    @Test func caseCountsWhereLinesDifferInNothingElse() throws {
        let run = DemoEvidence(lines: ["a", "A"], trace: [])
        let question = try Fixture.question("gather-order")
        #expect(told(judge("a / A", question: question, run: run)) == "right: first in, first out.")
        #expect(
            told(judge("a / a", question: question, run: run))
                == "wrong: run it and see. (line 2: you said 'a', it printed 'A')"
        )
    }

    @Test(arguments: [
        ("reordered", "b, a, c"), ("reversed", "c, b, a"), ("missing", "a, c"), ("extra", "a, b, x, c"),
        ("missing", "b"),
    ])
    func aRelationRecognisesAWrongAnswer(relation: String, answer: String) throws {
        let question = try Fixture.question(
            "kind=predict ask=lines",
            answer: "- right: y\n- wrong [m] when=\(relation): that\n- wrong: n"
        )
        #expect(told(judge(answer, question: question, run: run)).hasPrefix("wrong [m]: that"))
        #expect(told(judge("x, y, z", question: question, run: run)).hasPrefix("wrong: n"))
    }
}

struct PredictedRunTests {
    /// Main, and two tasks of which the later made ends first.
    private let run = DemoEvidence(
        lines: ["tick 1", "tick 2", "done"],
        trace: [
            event(1, 0, 1, .created(name: "Task-1", parent: nil, scope: nil)),
            event(2, 0, 2, .created(name: "slow", parent: 1, scope: nil)),
            event(3, 0, 3, .created(name: "Task-3", parent: 1, scope: nil)),
            event(4, 0, 3, .renamed("quick")),
            event(5, 1_000_000_000, 3, .finished(.value("1"))),
            event(6, 2_500_000_000, 2, .finished(.cancelled(message: nil))),
            event(7, 3_000_000_000, 1, .finished(.value(""))),
        ]
    )

    private static func event(_ seq: Int, _ time: Int64, _ task: Int, _ kind: TraceEvent.Kind) -> TraceEvent {
        TraceEvent(seq: seq, time: time, realTime: 0, task: task, kind: kind)
    }

    private func verdict(_ answer: String, _ ask: String, _ wrong: String = "") throws -> String {
        let question = try Fixture.question("kind=predict \(ask)", answer: "- right: y\n\(wrong)\n- wrong: n")
        return told(judge(answer, question: question, run: run))
    }

    @Test(arguments: [
        ("quick", "right: y"), ("'Quick'.", "right: y"), ("slow", "wrong [made-first]: that"),
        ("Task-1", "expected the name of one task: quick, slow"), ("", "expected the name of one task: quick, slow"),
    ])
    func firstIsTheTaskThatEndsFirst(answer: String, expected: String) throws {
        #expect(try verdict(answer, "ask=first", "- wrong [made-first] \"slow\": that") == expected)
    }

    @Test(arguments: [
        ("quick, slow", "right: y"), ("quick slow", "right: y"),
        ("slow, quick", "wrong [r]: that (place 1: you said 'slow', it was 'quick')"),
        ("quick", "wrong: n (more tasks ended after the 1 that you named)"),
        ("quick, x", "expected names of tasks in order, separated by commas: quick, slow"),
    ])
    func orderIsTheOrderInWhichTasksEnd(answer: String, expected: String) throws {
        #expect(try verdict(answer, "ask=order", "- wrong [r] when=reversed: that") == expected)
    }

    @Test(arguments: [
        ("3s", "right: y"), ("3000 ms", "right: y"), ("3", "right: y"),
        ("4s", "wrong [adds-up]: that (it happens earlier than that)"), ("1s", "wrong: n (it happens later than that)"),
        ("soon", "expected a time, such as 1.5 s or 200 ms"),
    ])
    func timeIsWhenTheDemoEnds(answer: String, expected: String) throws {
        #expect(try verdict(answer, "ask=time", "- wrong [adds-up] 4s: that") == expected)
    }

    @Test func timeCanBeThatOfOneTask() throws {
        #expect(try verdict("2.5s", "ask=time at=slow") == "right: y")
        #expect(try verdict("1s", "ask=time at=quick") == "right: y")
        #expect(
            try verdict("1s", "ask=time at=quikc")
                == "could not tell: no task named 'quikc' ended; there are quick, slow"
        )
    }

    @Test func countIsThatOfLines() throws {
        #expect(try verdict("3", "ask=count") == "right: y")
        #expect(try verdict("2", "ask=count containing=tick") == "right: y")
        #expect(
            try verdict("2", "ask=count", "- wrong [l] when=less: that")
                == "wrong [l]: that (there are more lines than that)"
        )
        #expect(try verdict("9", "ask=count") == "wrong: n (there are fewer lines than that)")
        #expect(try verdict("3s", "ask=count") == "expected a number, such as 3")
    }

    @Test func aTraceThatWasCutOffTellsNothing() throws {
        let cut = DemoEvidence(lines: [], trace: run.trace + [Self.event(8, 0, 0, .note(.truncated, ""))])
        let question = try Fixture.question("kind=predict ask=first", answer: "- right: y\n- wrong: n")
        for evidence in [cut, DemoEvidence(lines: [], trace: [])] {
            #expect(
                told(judge("quick", question: question, run: evidence))
                    == "could not tell: the run of 'demo' left no complete trace"
            )
        }
    }
}

struct HostileAnswerTests {
    /// Each of these takes minutes where an answer is not read in time linear in its length.
    @Test(arguments: [
        "\"", "'", "(", "[", "a, ", "a / ", "'a' ", "\\", "1", "1 s ", ".", " ", "\n", "🏳️‍🌈", "e\u{301}", "\u{202E}",
    ])
    func anyAnswerToAnyQuestionHasAVerdict(_ unit: String) throws {
        let answer = String(repeating: unit, count: 30_000 / unit.utf8.count)
        let run = DemoEvidence(lines: ["a", "b", "c"], trace: [])
        for question in try LessonParser.parse(Fixture.folder()).get().questions {
            let verdict = told(judge(answer, question: question, run: run))
            #expect(!verdict.hasPrefix("right") && !verdict.hasPrefix("could not tell"))
            #expect(verdict.count < 300, "what is said stays readable")
        }
    }
}
