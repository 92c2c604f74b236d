import Foundation
import LessonKit

/// Checks an exercise outside of a session: the learner's file, or any other.
public struct HeadlessCheck: Sendable {
    let desk: ExerciseDesk
    /// Instead of the file in the workspace.
    let file: String?
    let selection: ExerciseChecker.Selection
    /// Where the verdict is recorded; nil for nowhere.
    let journalFolder: String?

    public init(desk: ExerciseDesk, file: String?, selection: ExerciseChecker.Selection, journalFolder: String?) {
        self.desk = desk
        self.file = file
        self.selection = selection
        self.journalFolder = journalFolder
    }

    public func path(of found: FoundExercise) -> String { file ?? desk.workspace.file(of: found.exercise) }

    /// Puts the starter into the workspace if the learner has not begun.
    public func begin(_ found: FoundExercise) -> ExerciseOutcome {
        do {
            if let file { return .read(try ExerciseWorkspace.text(ofFile: file)) }
            return .begun(path: path(of: found), isNew: try desk.workspace.begin(found.exercise))
        } catch {
            return .problem("\(error)")
        }
    }

    public func run(_ found: FoundExercise) async -> ExerciseOutcome {
        if case .problem(let words) = begin(found) { return .problem(words) }
        do {
            let text = try ExerciseWorkspace.text(ofFile: path(of: found))
            let name = file.map { URL(fileURLWithPath: $0).lastPathComponent } ?? found.exercise.fileName
            let result = await desk.checker.check(text, name: name, exercise: found.exercise, selection: selection)
            if Task.isCancelled { return .interrupted }
            do {
                if let journalFolder { try record(found, text, result, in: journalFolder) }
            } catch {
                return .unrecorded(result, text, reason: "the verdict could not be recorded: \(error)")
            }
            return .checked(result, text)
        } catch {
            return .problem("\(error)")
        }
    }

    private func record(_ found: FoundExercise, _ text: String, _ result: ExerciseResult, in folder: String) throws {
        let session = String(UInt64.random(in: .min ... .max), radix: 36)
        let journal = try Journal.open(folder: folder, session: session, now: { Date() })
        let progress = Progress(journal.reading.entries)
        let attempt = JournalEntry.Attempt(
            lesson: found.lesson,
            question: found.question,
            text: text,
            result: result,
            hasGivenUp: progress.question(found.question.id).hasGivenUp
        )
        try journal.append(journal.entry(.attempt(attempt)))
    }
}

extension ExerciseResult {
    /// In words and pictures.
    ///
    /// - Parameters:
    ///   - isReplay: It is of one order of tasks, which decides nothing.
    ///   - isHeadless: Outside of a session, an order is repeated by options and not by a command.
    public func showings(isReplay: Bool, isHeadless: Bool = false) -> [Showing] {
        ExerciseText(result: self, isReplay: isReplay, isHeadless: isHeadless).showings
    }
}
