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
            throw Problem(description: "\(folder)/\(exercise.id): cannot make this folder (\(Self.reason(error)))")
        }
        let isNew: Bool
        switch WholeFile(path: file).create(exercise.starter) {
        case .success: isNew = true
        case .failure(.alreadyThere): isNew = false
        case .failure(let error): throw Problem(description: "\(file): cannot be written (\(error))")
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
        let kept = try moveAside(exercise)
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

    private func moveAside(_ exercise: Exercise) throws(Problem) -> String {
        let file = file(of: exercise)
        for number in 1...9_999 {
            let kept = "\(folder)/\(exercise.id)/\(exercise.id).\(number).swift"
            // A link fails where a rename would overwrite.
            if link(file, kept) == 0 {
                guard unlink(file) == 0 else {
                    throw Problem(description: "\(file): cannot be moved (\(Self.lastError))")
                }
                return kept
            }
            guard errno == EEXIST else { throw Problem(description: "\(kept): cannot be made (\(Self.lastError))") }
        }
        throw Problem(description: "\(folder)/\(exercise.id) holds 9,999 kept copies; move some of them away")
    }

    /// The package's manifest, unless a person has written one.
    private func writePackage() throws(Problem) {
        let path = "\(folder)/Package.swift"
        let package = WorkspacePackage(kitPackage: kitPackage, exercises: exercises)
        let present = try? WholeFile(path: path).read(atMost: 1_000_000).get()
        if let present, !present.contains(WorkspacePackage.mark) || present == package.text { return }
        do { try Data(package.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw Problem(description: "\(path): cannot be written (\(Self.reason(error)))")
        }
    }

    /// The folders that hold a file of their name.
    private var exercises: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/\($0).swift") }.sorted()
    }

    private static var lastError: String { String(cString: strerror(errno)) }

    private static func reason(_ error: any Error) -> String {
        ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.localizedDescription
            ?? error.localizedDescription
    }
}
