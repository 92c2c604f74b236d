import LessonKit
import Testing

struct LessonParserTests {
    @Test func aWholeLessonIsReadInOrderWithEveryPartInItsPlace() throws {
        let files = [
            "demo.swift": Fixture.demo, "demo.py": "", "demo.expected": "a\nb\n", "demo-stdlib.swift": "",
            "demo-errors.swift": "",
        ]
        let lesson = try LessonParser.parse(Fixture.folder(files: files)).get()
        #expect(
            LessonDump.dump(lesson) == #"""
                7 gather: Running tasks: gather
                15 minutes, python asyncio.gather, needs ["coroutines"]
                demo demo: 07-gather/demo.swift 07-gather/demo.py 07-gather/demo-stdlib.swift "a\nb\n"
                demo errors: 07-gather/demo-errors.swift - - -
                == (no title)
                4:1 prose <p>Three at <em>once</em>.</p>
                == Predict
                9:1 demo demo demo.swift fetch Coroutine {⏎    try await sleep(for: .seconds(1))⏎    print(name)⏎}⏎
                17:1 predict gather-order, 2 points: <p>What does the program print, line by line?</p>
                  hint <p>Who is made first?</p>
                  hint <p>Look at <code>gather</code>.</p>
                  ask lines of demo
                  right: <p>first in, first out.</p>
                  wrong [last-first] relation(reversed): <p>nothing turns the order round.</p>
                  wrong [reads-as-parallel] answers(["b / a / c", "c / a / b"]): <p>not by chance.</p>
                  wrong [waits-for-all] answers(["done"]): <p>it prints while it runs.</p>
                  otherwise: <p>run it and see.</p>
                == Investigate
                42:1 choice gather-why, 1 points: <p>The second fetch fails after 1 s. What happens to the others?</p>
                  A. <p>They are cancelled.</p> wrong [group-not-gather]: <p>that is what a task group does.</p>
                  B. <p>They <strong>keep</strong> running.</p> right: <p>gather's children are not a structure.</p>
                54:1 number gather-time, 1 points: <p>How long does it take?</p>
                  hint <p>Not the sum.</p>
                  [1 s, 1.1 s] ± 10000000.0
                  right: <p>the longest.</p>
                  wrong [adds-up] [3 s]: <p>that would be one after the other.</p>
                  otherwise: <p>look at the timeline.</p>
                65:1 text gather-word, 1 points: <p>What is it called in Swift?</p>
                  ["task group", "withTaskGroup"]
                  right: <p>yes.</p>
                  wrong [fixed-number] ["async let"]: <p>that is for a fixed number.</p>
                  otherwise: <p>it is in the section's title.</p>

                """#
        )
    }

    @Test func sectionsAndItemsTellTheSameStory() throws {
        let lesson = try LessonParser.parse(Fixture.folder()).get()
        #expect(lesson.sections.map(\.title) == [nil, "Predict", "Investigate"])
        #expect(lesson.items.count == lesson.sections.map(\.items.count).reduce(2, +), "two headings are items, too")
        #expect(lesson.questions.map(\.id) == ["gather-order", "gather-why", "gather-time", "gather-word"])
        #expect(lesson.demo(named: "demo")?.swiftFile == "07-gather/demo.swift")
        #expect(lesson.demo(named: "errors") == nil)
    }

    @Test func windowsLineEndsMeanTheSame() throws {
        let unix = try LessonParser.parse(Fixture.folder()).get()
        let windows = try LessonParser.parse(
            Fixture.folder(
                Fixture.lesson.replacing("\n", with: "\r\n"),
                files: ["demo.swift": Fixture.demo.replacing("\n", with: "\r\n")]
            )
        ).get()
        #expect(LessonDump.dump(windows) == LessonDump.dump(unix))
        #expect(windows.questions.map(\.contentHash) == unix.questions.map(\.contentHash))
    }

    // MARK: Content hashes

    private func hashes(_ text: String, demo: String = Fixture.demo) throws -> [String: String] {
        let lesson = try LessonParser.parse(Fixture.folder(text, files: ["demo.swift": demo])).get()
        return Dictionary(uniqueKeysWithValues: lesson.questions.map { ($0.id, $0.contentHash) })
    }

    @Test func theContentHashIsTheOneThatJournalsAlreadyHold() throws {
        let hashes = try hashes(Fixture.lesson)
        #expect(hashes["gather-why"] == "49841f8a3fc4eaea")
        #expect(Set(hashes.values).count == 4)
    }

    @Test func theContentHashChangesWithTheWordsAndNotWithTheLayout() throws {
        let before = try hashes(Fixture.lesson)
        let changed = try hashes(Fixture.lesson.replacing("They are cancelled.", with: "They are all cancelled."))
        #expect(changed.filter { before[$0.key] != $0.value }.map(\.key) == ["gather-why"])
        let reflowed = try hashes(
            Fixture.lesson.replacing("What happens to the others?", with: "What happens\nto the others?")
                .replacing("Three at *once*.", with: "Something else.\n\nAnd more.")
        )
        #expect(reflowed == before)
    }

    @Test func theContentHashOfAPredictionChangesWithTheProgram() throws {
        let before = try hashes(Fixture.lesson)
        let changed = try hashes(
            Fixture.lesson,
            demo: Fixture.demo.replacing("import ConcurrencyKit", with: "import ConcurrencyKit\nlet x = 1")
        )
        #expect(changed.filter { before[$0.key] != $0.value }.map(\.key) == ["gather-order"])
    }
}
