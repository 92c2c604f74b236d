import Foundation
import LessonKit
import Testing

@testable import TutorKit

/// The learner's own copies.
@Suite final class DemoWorkspaceTests {
    private let home = FileManager.default.temporaryDirectory.appendingPathComponent("workspace-\(UUID().uuidString)")
        .path
    private let demo: Demo
    private let workspace: DemoWorkspace

    init() throws {
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        demo = Demo(name: "demo", swiftFile: "\(home)/demo.swift")
        workspace = DemoWorkspace(folder: "\(home)/workspace")
        try "original".write(toFile: demo.swiftFile, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: demo.swiftFile)
    }

    deinit { try? FileManager.default.removeItem(atPath: home) }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

    @Test func aCopyIsMadeOnceAndWritable() throws {
        let copy = try workspace.begin(demo, lesson: "gather")
        #expect(copy == "\(home)/workspace/demos/gather/demo.swift")
        #expect(text(copy) == "original")
        try "mine".write(toFile: copy, atomically: false, encoding: .utf8)
        #expect(try workspace.begin(demo, lesson: "gather") == copy)
        #expect(text(copy) == "mine")
    }

    @Test func whatIsDiscardedIsKeptUnderTheNextFreeNumber() throws {
        for number in 1...3 {
            let copy = try workspace.begin(demo, lesson: "gather")
            try "mine \(number)".write(toFile: copy, atomically: false, encoding: .utf8)
            #expect(try workspace.discard(demo, lesson: "gather").hasSuffix("/gather/demo.\(number).swift"))
        }
        #expect(
            (1...3).map { text("\(home)/workspace/demos/gather/demo.\($0).swift") } == ["mine 1", "mine 2", "mine 3"]
        )
        #expect(!FileManager.default.fileExists(atPath: workspace.file(of: demo, lesson: "gather")))
    }

    @Test func aFolderThatCannotBeMadeIsSaidWithItsPath() throws {
        try "a file".write(toFile: "\(home)/workspace", atomically: true, encoding: .utf8)
        let problem = #expect(throws: DemoWorkspace.Problem.self) { try workspace.begin(demo, lesson: "gather") }
        #expect(problem?.description.hasPrefix("\(home)/workspace/demos/gather/demo.swift: ") == true)
    }
}
