/// What belongs to a `code` question: the folder `exercises/<id>` of its lesson, read.
///
///     exercises/gather-fetch-all/
///       starter.swift   solution.swift   checks.swift   feedback.md
///       wrong/results-as-they-end.swift
public struct Exercise: Sendable, Equatable {
    /// The question's.
    public let id: String
    /// The path of the folder.
    public let folder: String
    /// What the learner begins with.
    public let starter: String
    public let solution: String
    /// The hidden checks, on LessonChecks.
    public let checks: String
    /// Typical wrong answers, by name.
    public let wrong: [Wrong]
    public let feedback: ExerciseFeedback

    /// A wrong answer that somebody with a certain belief would write.
    public struct Wrong: Sendable, Equatable {
        /// The name of the file, without `.swift`: the section of ``ExerciseFeedback`` that it must lead to.
        public let misconception: String
        public let text: String

        public init(misconception: String, text: String) {
            self.misconception = misconception
            self.text = text
        }
    }

    public init(
        id: String,
        folder: String,
        starter: String,
        solution: String,
        checks: String,
        wrong: [Wrong],
        feedback: ExerciseFeedback
    ) {
        self.id = id
        self.folder = folder
        self.starter = starter
        self.solution = solution
        self.checks = checks
        self.wrong = wrong
        self.feedback = feedback
    }

    /// `…/07-gather/exercises/gather-fetch-all/checks.swift`.
    public func path(of file: String) -> String { "\(folder)/\(file)" }
}
