import Foundation
import LessonKit

/// Where the files of the project are that tests read: its own course, and what stands beside the tests.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let lessons = root.appendingPathComponent("Lessons").path

    /// A lesson of the course by its id.
    static func lesson(_ id: String) -> Lesson? {
        try? Catalog(folder: lessons).entries.first { $0.id == id }?.value
    }

    static let conformance = root.appendingPathComponent("Tests/Conformance")

    /// The path of a built program: beside the tutor, in the folder of the products.
    static func product(_ name: String) -> String {
        URL(fileURLWithPath: TmuxTerminal.tutor).deletingLastPathComponent().appendingPathComponent(name).path
    }

    static func text(of url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }
}
