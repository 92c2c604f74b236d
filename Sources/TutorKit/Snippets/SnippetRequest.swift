import LessonKit

/// A snippet to be run, with what it stands on.
public struct SnippetRequest: Sendable, Equatable {
    public let snippet: Snippet
    public let book: SnippetBook
    /// Its functions and types are there to be used.
    public let demo: Demo?
    /// The learner's copy of the demo, which is taken in its stead.
    public let copy: String?

    public init(_ snippet: Snippet, book: SnippetBook = SnippetBook(), demo: Demo? = nil, copy: String? = nil) {
        self.snippet = snippet
        self.book = book
        self.demo = demo
        self.copy = copy
    }
}

/// What became of a snippet.
public enum SnippetOutcome: Sendable, Equatable {
    case ran(SnippetRun)
    /// It does not compile: in words, with the learner's own lines.
    case rejected(String)
    /// This machine could not compile or run it.
    case couldNotRun(String)
    case cancelled
}

public struct SnippetRun: Sendable, Equatable {
    public let run: ProgramRun
    public let form: SnippetForm
    /// It printed its value.
    public let hasValue: Bool
    /// When the snippet itself began, in virtual time; what was kept is run before. Nil if it never did.
    public let beginning: Duration?

    /// It ended by itself, and well.
    public var isGood: Bool { run.end == .exited(0) }
}
