import Foundation
import LessonKit

/// Where the learner's own copies of demos are: one folder a lesson, one file a demo.
///
///     workspace/demos/gather/demo.swift
///     workspace/demos/gather/demo.1.swift      put aside by `edit --discard`
///
/// What a learner has written is never overwritten: it is moved aside under the next free number.
public struct DemoWorkspace: Sendable {
    /// An absolute path.
    public let folder: String

    public init(folder: String) { self.folder = folder }

    /// What is wrong: where, what, and what to do.
    public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// Where the copy of a demo is, if there is one.
    public func file(of demo: Demo, lesson: String) -> String {
        "\(folder)/demos/\(lesson)/\(URL(fileURLWithPath: demo.swiftFile).lastPathComponent)"
    }

    /// The copies that there are, by the files of the lesson's demos.
    public func copies(of lesson: Lesson) -> [String: String] {
        var copies: [String: String] = [:]
        for demo in lesson.demos {
            let file = file(of: demo, lesson: lesson.id)
            if FileManager.default.fileExists(atPath: file) { copies[demo.swiftFile] = file }
        }
        return copies
    }

    /// Makes the copy if there is none yet.
    ///
    /// - Returns: its path.
    public func begin(_ demo: Demo, lesson: String) throws(Problem) -> String {
        let file = file(of: demo, lesson: lesson)
        if FileManager.default.fileExists(atPath: file) { return file }
        let parent = URL(fileURLWithPath: file).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: demo.swiftFile, toPath: file)
            // A course may be read-only; the learner's copy is not.
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        } catch {
            // Half a file would be taken for the learner's.
            unlink(file)
            throw Problem(
                description: "\(file): the demo cannot be copied here (\(SystemError.words(of: error))); "
                    + "make room, or the folder writable"
            )
        }
        return file
    }

    /// Moves the copy aside.
    ///
    /// - Returns: where it is now.
    public func discard(_ demo: Demo, lesson: String) throws(Problem) -> String {
        let file = file(of: demo, lesson: lesson)
        do { return try KeptFile.moveAside(file) } catch { throw Problem(description: error.description) }
    }
}
