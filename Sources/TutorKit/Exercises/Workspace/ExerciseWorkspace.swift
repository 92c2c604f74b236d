import Foundation
import LessonKit

/// The folder in which a learner writes: a Swift package with a folder for each exercise, so that editors complete.
///
///     workspace/
///       Package.swift
///       gather-fetch-all/gather-fetch-all.swift      the learner's
///       gather-fetch-all/gather-fetch-all.1.swift    kept when it was begun afresh
///
/// What a learner has written is never overwritten: it is moved aside under the next free number.
public struct ExerciseWorkspace: Sendable {
    /// An absolute path.
    public let folder: String
    /// The folder of the package that has the kit; nil if the tutor was installed without it.
    let kitPackage: String?

    /// - Parameter kitPackage: An absolute path.
    public init(folder: String, kitPackage: String?) {
        self.folder = folder
        self.kitPackage = kitPackage
    }

    /// What is wrong with the workspace: where, what, and what to do.
    public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// Where the learner writes.
    public func file(of exercise: Exercise) -> String { "\(folder)/\(exercise.id)/\(exercise.id).swift" }

    public func hasBegun(_ exercise: Exercise) -> Bool { FileManager.default.fileExists(atPath: file(of: exercise)) }

    /// Puts the starter there, if the learner has not begun yet.
    ///
    /// - Returns: Whether the file is new.
    @discardableResult
    public func begin(_ exercise: Exercise) throws(Problem) -> Bool {
        let file = file(of: exercise)
        do {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(exercise.id)",
                withIntermediateDirectories: true
            )
        } catch {
            throw cannot("make this folder", "\(folder)/\(exercise.id)", SystemError.words(of: error))
        }
        let isNew: Bool
        switch WholeFile(path: file).create(exercise.starter) {
        case .success: isNew = true
        case .failure(.alreadyThere): isNew = false
        case .failure(let error): throw cannot("be written", file, "\(error)")
        }
        try writePackage()
        return isNew
    }

    /// Begins afresh with the starter, and keeps what was there.
    ///
    /// - Returns: Where the former file is now; nil if there was none, or if it was the starter as it was given.
    public func reset(_ exercise: Exercise) throws(Problem) -> String? {
        guard hasBegun(exercise) else {
            try begin(exercise)
            return nil
        }
        if (try? text(of: exercise)) == exercise.starter { return nil }
        let kept: String
        do { kept = try KeptFile.moveAside(file(of: exercise)) } catch { throw Problem(description: error.description) }
        try begin(exercise)
        return kept
    }

    /// What the learner has written.
    public func text(of exercise: Exercise) throws(Problem) -> String {
        try Self.text(ofFile: file(of: exercise))
    }

    /// A Swift file of at most 1 MB.
    public static func text(ofFile path: String) throws(Problem) -> String {
        switch WholeFile(path: path).read(atMost: 1_000_000) {
        case .success(let text): return text
        case .failure(let error): throw Problem(description: "\(path): \(error)")
        }
    }

    /// The package's manifest, unless a person has written one.
    private func writePackage() throws(Problem) {
        let path = "\(folder)/Package.swift"
        let package = WorkspacePackage(kitPackage: kitPackage, exercises: exercises)
        let present = try? WholeFile(path: path).read(atMost: 1_000_000).get()
        if let present, !present.contains(WorkspacePackage.mark) || present == package.text { return }
        do { try Data(package.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw cannot("be written", path, SystemError.words(of: error))
        }
    }

    private func cannot(_ what: String, _ path: String, _ reason: String) -> Problem {
        Problem(
            description: "\(path): cannot \(what) (\(reason)); make room, or name another folder with --workspace"
        )
    }

    /// The folders that hold a file of their name.
    private var exercises: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/\($0).swift") }.sorted()
    }
}
