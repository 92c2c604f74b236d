import Testing

@testable import LessonKit

@Suite struct ExerciseParsingTests {
    @Test func aCodeQuestionHasItsExerciseItsHintsAndTheTextBelow() throws {
        let lesson = try LessonParser.parse(ExerciseFixture.folder()).get()
        #expect(
            LessonDump.dump(lesson) == """
                7 gather: Gather
                15 minutes, python -, needs []
                == (no title)
                4:1 code fetch-all, 5 points: <p>Write <code>fetchAll</code>.</p> <ul> <li>It takes addresses.</li> </ul>
                  hint <p>Gather.</p>
                  hint <p>See <code>gather(coroutines)</code>.</p>
                  exercise in 07-gather/exercises/fetch-all, wrong: ["as-they-end", "in-a-loop"]
                  [in-a-loop] on [Trigger.check("together"), Trigger.diagnostic("cannot_find_in_scope"), Trigger.end(End.timeout)]: \
                <p>One after <em>another</em>.</p> <h3>Why</h3> <p>A loop waits.</p>
                  [as-they-end] on []: <p>Another order.</p>
                  otherwise: <p>Look again.</p>
                16:1 prose <p>Well done: this text is below the question.</p>
                == Next
                20:1 prose <p>Text.</p>

                """
        )
    }

    @Test func aCodeQuestionWithoutHintsEndsAtTheNextHeading() throws {
        let text =
            "<!-- lesson minutes=1 -->\n# T\n\n<!-- question id=fetch-all kind=code -->\nWrite.\n\nMore.\n\n## S\n\nX.\n"
        let lesson = try LessonParser.parse(ExerciseFixture.folder(text)).get()
        #expect(lesson.questions[0].prompt.map(\.plainText) == ["Write.", "More."])
        #expect(lesson.questions[0].hints.isEmpty)
        #expect(lesson.sections.last?.items.count == 1)
    }

    @Test func theHashCoversPromptStarterChecksAndFeedbackAndNothingElse() throws {
        let hash = try ExerciseFixture.hash()
        #expect(try ExerciseFixture.hash(changes: ["solution.swift": "func other() {}\n"]) == hash)
        #expect(try ExerciseFixture.hash(changes: ["wrong/in-a-loop.swift": "other\n"]) == hash)
        #expect(try ExerciseFixture.hash(ExerciseFixture.lesson.replacing("Well done", with: "Done")) == hash)
        #expect(try ExerciseFixture.hash(ExerciseFixture.lesson.replacing("addresses", with: "pages")) != hash)
        #expect(try ExerciseFixture.hash(changes: ["starter.swift": "func fetchAll() -> Int { 0 }\n"]) != hash)
        #expect(try ExerciseFixture.hash(changes: ["checks.swift": "import Other\n"]) != hash)
        let feedback = ExerciseFixture.feedback.replacing("another", with: "the other")
        #expect(try ExerciseFixture.hash(changes: ["feedback.md": feedback]) != hash)
    }

    @Test func aFolderWithoutItsQuestionAndAQuestionWithoutItsFolderAreReported() {
        #expect(
            ExerciseFixture.diagnostics(ExerciseFixture.lesson.replacing("id=fetch-all", with: "id=fetch-al")) == """
                07-gather/exercises/fetch-all:1:1: error: no question with id=fetch-all kind=code asks for this exercise
                07-gather/lesson.md:4:18: error: no folder 'exercises/fetch-al' for this code question; did you mean 'fetch-all'?
                """
        )
    }

    @Test func anAnswerBelowACodeQuestionIsReported() {
        let text = ExerciseFixture.lesson.replacing(
            "Well done",
            with: "<details><summary>Answer</summary>\n\n- right: x\n</details>\n\nWell done"
        )
        #expect(
            ExerciseFixture.diagnostics(text)
                == "07-gather/lesson.md:16:1: error: a code question has no answer here; its key are the checks in "
                + "exercises/fetch-all"
        )
    }

    @Test func missingAndEmptyFilesAreReported() {
        #expect(
            ExerciseFixture.diagnostics(changes: ["checks.swift": String?.none, "starter.swift": "\n"]) == """
                07-gather/exercises/fetch-all:1:1: error: exercise 'fetch-all' has no 'checks.swift'
                07-gather/exercises/fetch-all/starter.swift:1:1: error: this file is empty
                """
        )
    }

    @Test func aWrongAnswerWithoutItsSectionIsReported() {
        #expect(
            ExerciseFixture.diagnostics(changes: ["wrong/in-loop.swift": "x"])
                == "07-gather/exercises/fetch-all/wrong/in-loop.swift:1:1: error: feedback.md has no section "
                + "'## in-loop'; did you mean 'in-a-loop'?"
        )
    }

    @Test(arguments: [
        (
            "<!-- on end=hang -->", "4:13",
            "no program ends by 'hang'; known are timeout, crash, memory, output, quit, deadlock, leak"
        ),
        ("<!-- on end=timeot -->", "4:13", "no program ends by 'timeot'; did you mean 'timeout'?"),
        ("<!-- on -->", "4:1", "'on' what? write 'on check=…', 'on diagnostic=…' or 'on end=…'"),
        ("<!-- on chek=x -->", "4:9", "unknown key 'chek' of directive 'on'; did you mean 'check'?"),
        (
            "<!-- question id=q -->", "4:6",
            "unknown directive 'question'; known are on; a comment for authors begins with 'note:'"
        ),
        ("Text.\n\n<!-- on check=x -->", "6:1", "'on' stands right below the heading '## in-a-loop'"),
        ("<!-- note: fine -->\n<b>", "5:1", nil),
    ])
    func whatIsWrongInFeedbackIsReportedAtItsPlace(_ body: String, _ place: String, _ message: String?) {
        let feedback = ExerciseFixture.feedback.replacing("<!-- on check=together -->", with: body)
        let told = ExerciseFixture.diagnostics(changes: ["feedback.md": feedback])
        guard let message else {
            #expect(told.hasPrefix("07-gather/exercises/fetch-all/feedback.md:\(place): error: "))
            return
        }
        #expect(
            told.split(separator: "\n").contains(
                "07-gather/exercises/fetch-all/feedback.md:\(place): error: \(message)"
            )
        )
    }

    @Test(arguments: [
        (
            "## in-a-loop\nA\n\n## In a loop\nB\n\n## in-a-loop\nC\n\n## as-they-end\nD\n",
            [
                "4:1: error: 'In a loop' is no misconception's id; use lower-case letters, digits and single hyphens, such as 'gather-order'",
                "7:1: error: a second section 'in-a-loop'; the first is on line 1",
            ]
        ),
        (
            "Text.\n\n## in-a-loop\n\n## as-they-end\nD\n",
            [
                "1:1: error: text above the first section; begin one with '## misconception'",
                "3:1: error: section 'in-a-loop' says nothing",
            ]
        ),
        (
            "## in-a-loop\nA\n\n## as-they-end\nB\n\n## otherwise\n<!-- on check=x -->\nC\n",
            [
                "7:1: error: 'otherwise' is for all other failures; it takes no 'on'"
            ]
        ),
    ])
    func sectionsAreNamedOnceAndSaySomething(_ feedback: String, _ expected: [String]) {
        #expect(
            ExerciseFixture.diagnostics(changes: ["feedback.md": feedback])
                == expected.map { "07-gather/exercises/fetch-all/feedback.md:\($0)" }.joined(separator: "\n")
        )
    }
}
