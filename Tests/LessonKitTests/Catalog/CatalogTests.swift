import Foundation
import LessonKit
import Testing

struct CatalogTests {
    /// A course on the disk for as long as the body runs. Paths in what is told are relative to it.
    private func withCourse(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lessons-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
        try body(folder.path)
    }

    private func lesson(_ title: String, needs: String? = nil, question: String? = nil) -> String {
        let text = "<!-- lesson minutes=5\(needs.map { " needs=\($0)" } ?? "") -->\n# \(title)\n\nText.\n"
        guard let question else { return text }
        return text + """

            <!-- question id=\(question) kind=text -->
            What?

            <details><summary>Answer</summary>

            - right x: y
            - wrong: n
            </details>

            """
    }

    private func told(_ folder: String) -> String {
        do {
            return try Catalog(folder: folder).diagnostics.map(\.description).joined(separator: "\n")
                .replacing(folder + "/", with: "")
        } catch {
            return error.description.replacing(folder, with: "COURSE")
        }
    }

    @Test func lessonsComeInTheOrderOfTheirNumbers() throws {
        let files = [
            "02-b/lesson.md": lesson("B"), "10-a/lesson.md": lesson("A"), "1-c/lesson.md": lesson("C"),
            "glossary.md": "no lesson", "drafts/lesson.md": "no lesson", ".git/x": "", "03-b2/lesson.md": lesson("B2"),
            "04-plain": "a file",
        ]
        try withCourse(files) { folder in
            let catalog = try Catalog(folder: folder + "/")
            #expect(
                catalog.entries.map { "\($0.number) \($0.id) \($0.value?.title ?? "-")" } == [
                    "1 c C", "2 b B", "3 b2 B2", "10 a A",
                ]
            )
            #expect(catalog.diagnostics.isEmpty)
            #expect(catalog.entry(after: "c")?.id == "b")
            #expect(catalog.entry(before: "c") == nil)
            #expect(catalog.entry(after: "a") == nil)
            #expect(catalog.entry(before: "a")?.id == "b2")
            #expect(catalog.folder == folder)
        }
    }

    @Test func aLessonIsReadWithItsDemos() throws {
        let files = [
            "07-gather/lesson.md": Fixture.lesson, "07-gather/demo.swift": Fixture.demo, "07-gather/picture.png": "",
            "01-coroutines/lesson.md": lesson("C"),
        ]
        try withCourse(files) { folder in
            let gather = try Catalog(folder: folder).entries[1].lesson.get()
            #expect(gather.demos == [Demo(name: "demo", swiftFile: "\(folder)/07-gather/demo.swift")])
            #expect(gather.folder == "\(folder)/07-gather")
        }
    }

    @Test func oneBrokenLessonDoesNotHideTheOthers() throws {
        try withCourse(["01-a/lesson.md": "text", "02-b/lesson.md": lesson("B"), "03-c/x": ""]) { folder in
            let catalog = try Catalog(folder: folder)
            #expect(catalog.entries.map { $0.value?.title } == [nil, "B", nil])
            #expect(
                told(folder) == """
                    01-a/lesson.md:1:1: error: text before the lesson directive and the title
                    01-a/lesson.md:1:1: error: no title; begin the text with '# Title'
                    01-a/lesson.md:1:1: error: no lesson directive; begin the file with \
                    '<!-- lesson minutes=15 python="asyncio.gather" -->'
                    03-c/lesson.md:1:1: error: there is no file 'lesson.md' in this folder
                    """
            )
        }
    }

    @Test func aFolderThatIsNoCourseSaysWhy() throws {
        try withCourse(["file": "", "empty/x": ""]) { folder in
            #expect(
                told(folder)
                    == "COURSE:1:1: error: no lessons in this folder; a lesson is a folder such as '07-gather'"
            )
            #expect(
                told(folder + "/none")
                    == "COURSE:1:1: error: there is no such folder; lessons are folders such as 'Lessons/07-gather'"
            )
            #expect(told(folder + "/file") == "COURSE:1:1: error: this is a file, not a folder of lessons")
        }
    }

    @Test func whatLessonsMayNotShareIsToldOfTheLater() throws {
        let files = [
            "01-a/lesson.md": lesson("A", question: "q1"), "01-b/lesson.md": lesson("B", question: "q1"),
            "02-a/lesson.md": lesson("C"),
        ]
        try withCourse(files) { folder in
            #expect(
                told(folder) == """
                    01-b/lesson.md:1:1: error: lesson number 1 is also that of '01-a'
                    01-b/lesson.md:6:1: error: question id 'q1' is already used at 01-a/lesson.md:6
                    02-a/lesson.md:1:1: error: lesson id 'a' is also that of '01-a'
                    """
            )
            let catalog = try Catalog(folder: folder)
            #expect(catalog.entries.map { $0.value?.title } == ["A", nil, nil])
        }
    }

    @Test func needsLeadToLessonsAndNotInCircles() throws {
        let files = [
            "01-a/lesson.md": lesson("A", needs: "b"), "02-b/lesson.md": lesson("B", needs: "c"),
            "03-c/lesson.md": lesson("C", needs: "a"), "04-d/lesson.md": lesson("D", needs: "a"),
            "05-gather/lesson.md": lesson("E", needs: "d"), "06-f/lesson.md": lesson("F", needs: "gathr"),
            "07-g/lesson.md": lesson("G", needs: "g"),
        ]
        try withCourse(files) { folder in
            #expect(
                told(folder) == """
                    01-a/lesson.md:1:1: error: needs= leads in a circle: a needs b needs c needs a
                    02-b/lesson.md:1:1: error: needs= leads in a circle: b needs c needs a needs b
                    03-c/lesson.md:1:1: error: needs= leads in a circle: c needs a needs b needs c
                    06-f/lesson.md:1:1: error: needs= names no lesson 'gathr'; did you mean 'gather'?
                    07-g/lesson.md:1:1: error: needs= leads in a circle: g needs g
                    """
            )
        }
    }

    @Test func filesThatAreNoTextAreToldSo() throws {
        try withCourse(["01-a/lesson.md": lesson("A"), "02-b/lesson.md": "", "02-b/demo.py/x": ""]) { folder in
            try Data([0x61, 0x0A, 0xFF, 0xFE]).write(to: URL(filePath: folder + "/01-a/demo.swift"))
            #expect(
                told(folder) == """
                    01-a/demo.swift:2:1: error: this line is not UTF-8; save the file as UTF-8
                    02-b/demo.py:1:1: error: this is no ordinary file
                    """
            )
        }
    }

    @Test(arguments: [
        ("gather", "gather"), ("7", "gather"), ("07", "gather"), ("07-gather", "gather"), (" GATHER ", "gather"),
        ("'gather'", "gather"), ("ga", "gather"), ("task", "task"), ("tasks", "task-groups or tasks-2"),
        ("gahter", "gather?"),
        ("8", "none"), ("", "none"), ("99999999999999999999", "none"), ("zzz", "none"), ("07-g", "gather"),
    ])
    func aLessonIsFoundByWhatAPersonWouldCallIt(text: String, found: String) throws {
        let files = [
            "07-gather/lesson.md": lesson("G"), "01-task/lesson.md": lesson("T"), "02-tasks-a/lesson.md": lesson("TA"),
            "03-tasks-b/lesson.md": lesson("TB"),
        ]
        try withCourse(files) { folder in
            let told =
                switch try Catalog(folder: folder).lesson(matching: text) {
                case .found(let entry): entry.id
                case .ambiguous(let ids): ids.joined(separator: " or ")
                case .none(let suggestion): suggestion.map { $0 + "?" } ?? "none"
                }
            #expect(told == found.replacing("task-groups or tasks-2", with: "tasks-a or tasks-b"))
        }
    }
}
