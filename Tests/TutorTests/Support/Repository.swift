import Foundation

/// Where the files of the project are that tests read: its own course, and what stands beside the tests.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let lessons = root.appendingPathComponent("Lessons").path
    static let conformance = root.appendingPathComponent("Tests/Conformance")

    static func text(of url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }
}
