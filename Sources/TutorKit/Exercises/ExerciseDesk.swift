import LessonKit

/// Where a learner works on exercises: the files, and who checks them.
public struct ExerciseDesk: Sendable {
    public let workspace: ExerciseWorkspace
    public let checker: ExerciseChecker

    public init(workspace: ExerciseWorkspace, checker: ExerciseChecker) {
        self.workspace = workspace
        self.checker = checker
    }

    /// Checks what the learner has written so far, which is put there first if nothing is.
    func check(_ exercise: Exercise, selection: ExerciseChecker.Selection = .init()) async -> ExerciseOutcome {
        do {
            try workspace.begin(exercise)
            let text = try workspace.text(of: exercise)
            return .checked(
                await checker.check(text, name: exercise.fileName, exercise: exercise, selection: selection),
                text
            )
        } catch {
            return .problem("\(error)")
        }
    }
}

extension Exercise {
    /// What the learner's file is called: `gather-fetch-all.swift`.
    public var fileName: String { "\(id).swift" }
}
