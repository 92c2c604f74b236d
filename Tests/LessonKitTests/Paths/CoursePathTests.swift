import Foundation
import Testing

@testable import LessonKit

/// `paths.md`: ways through a course.
@Suite struct CoursePathTests {
    private static let lesson = """
        <!-- lesson minutes=5 -->
        # A lesson

        Text.

        ## Run it: `now`

        Text.
        """

    /// A course of the lessons `one` and `two` with these paths.
    private func paths(_ text: String?) throws -> Result<[CoursePath], DiagnosticList> {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["01-one", "02-two"] {
            let lesson = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: lesson, withIntermediateDirectories: true)
            try Self.lesson.write(to: lesson.appendingPathComponent("lesson.md"), atomically: true, encoding: .utf8)
        }
        try text?.write(to: folder.appendingPathComponent("paths.md"), atomically: true, encoding: .utf8)
        return try Catalog(folder: folder.path).paths
    }

    private func problems(_ text: String) throws -> [String] {
        guard case .failure(let list) = try paths(text) else { return [] }
        return list.diagnostics.map { diagnostic in
            "\(diagnostic.position.line):\(diagnostic.position.column): \(diagnostic.message)"
        }
    }

    @Test func aPathHasATitleWhatIsSaidOfItAndItsSteps() throws {
        let path = try #require(
            paths(
                """
                # Paths

                ## The *short* way
                <!-- path id=short -->

                For people in a hurry.

                1. [Two](02-two/lesson.md): the best of it
                2. [Run it](01-one/lesson.md#run-it-now)
                """
            ).get().first
        )
        #expect(path.id == "short")
        #expect(path.title == "The short way")
        #expect(path.about.map(\.plainText) == ["For people in a hurry."])
        #expect(path.steps.map(\.target) == ["two", "one#run-it-now"])
        #expect(path.steps.map(\.text) == ["Two: the best of it", "Run it"])
    }

    @Test func aCourseWithoutTheFileHasNoPaths() throws {
        #expect(try paths(nil) == .success([]))
    }

    @Test func mistakesAreSaidWithTheirPlace() throws {
        #expect(try problems("# Paths\n") == ["1:1: no path; each begins with a '## Heading' and '<!-- path id=… -->'"])
        #expect(try problems("## A\n\nText.\n") == ["1:1: '<!-- path id=… -->' is missing below 'A'"])
        #expect(
            try problems("## A\n<!-- path id=a -->\n\nText.\n")
                == ["1:1: the path 'a' has no steps; write them as a numbered list of links"]
        )
        #expect(
            try problems("## A\n<!-- path id=a -->\n\n1. [x](03-tow/lesson.md)\n")
                == ["4:4: '03-tow/lesson.md' is no lesson of this course; did you mean '02-two'?"]
        )
        #expect(
            try problems("## A\n<!-- path id=a -->\n\n1. [x](01-one/lesson.md#run-it-nwo)\n")
                == ["4:4: one has no section '#run-it-nwo'; did you mean 'run-it-now'?"]
        )
        #expect(
            try problems("## A\n<!-- path id=a -->\n\n1. words\n")
                == ["4:1: a step begins with a link to a lesson: [Gather](07-gather/lesson.md)"]
        )
        #expect(
            try problems(
                """
                ## A
                <!-- path id=a -->

                1. [x](01-one/lesson.md)

                ## B
                <!-- path id=a -->

                1. [x](01-one/lesson.md)
                """
            ) == ["7:14: path id 'a' is used twice; first on line 1"]
        )
        #expect(
            try problems("## A\n<!-- path id=a -->\n\n1. [x](01-one/lesson.md)\n\nText.\n")
                == ["6:1: text behind the steps of the path 'a'; what is said of it stands before them"]
        )
    }

    @Test func aPathInALessonIsAnError() throws {
        let folder = LessonFolder(
            number: 1,
            id: "one",
            path: "01-one",
            files: ["lesson.md": Self.lesson + "\n\n<!-- path id=x -->\n"]
        )
        guard case .failure(let list) = LessonParser.parse(folder) else {
            Issue.record("it was taken")
            return
        }
        #expect(list.diagnostics.map(\.message) == ["paths through the course are written in its 'paths.md'"])
    }
}
