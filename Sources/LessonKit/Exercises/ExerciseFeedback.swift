/// What learners are told about wrong answers to an exercise: its `feedback.md`, read.
public struct ExerciseFeedback: Sendable, Equatable {
    /// In the order of the file; each misconception once.
    public let sections: [Section]
    /// For a failure that no section is about: the one called `otherwise`.
    public let otherwise: [Block]

    public init(sections: [Section], otherwise: [Block] = []) {
        self.sections = sections
        self.otherwise = otherwise
    }

    public struct Section: Sendable, Equatable {
        public let misconception: String
        /// What else it is about than a failure that names its misconception.
        public let triggers: [Trigger]
        public let text: [Block]
        /// Where its heading stands.
        public let position: SourcePosition

        public init(misconception: String, triggers: [Trigger], text: [Block], position: SourcePosition) {
            self.misconception = misconception
            self.triggers = triggers
            self.text = text
            self.position = position
        }
    }

    /// What shows a misconception where the checks name none: the `on` directives below a heading.
    public enum Trigger: Sendable, Hashable {
        /// This check failed, without naming a misconception.
        case check(String)
        /// The compiler's own name of an error, such as `throwing_call_without_try`.
        case diagnostic(String)
        case end(End)
    }

    /// How a program can end while a check runs.
    public enum End: String, Sendable, Hashable, CaseIterable {
        /// It was stopped, because it would not end.
        case timeout
        case crash, memory, output
        /// It ended itself, by `exit` or a signal of its own.
        case quit
        /// The loop found that nothing can ever go on.
        case deadlock
        /// Something was left behind: a task, a timer, a resource.
        case leak
    }

    /// The section about this misconception.
    public func section(_ misconception: String) -> Section? { sections.first { $0.misconception == misconception } }

    /// The first section with this trigger.
    public func section(on trigger: Trigger) -> Section? { sections.first { $0.triggers.contains(trigger) } }
}
