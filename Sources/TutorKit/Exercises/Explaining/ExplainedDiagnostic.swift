/// An error of the compiler in a learner's file, with words for it.
public struct ExplainedDiagnostic: Sendable, Equatable {
    public let diagnostic: CompileDiagnostic
    /// One or a few sentences: what the compiler means, and what to do. Nil for rare errors.
    public let explanation: String?

    init(_ diagnostic: CompileDiagnostic, explanation: String? = nil) {
        self.diagnostic = diagnostic
        self.explanation = explanation ?? diagnostic.identifier.flatMap { CompileExplanation.table[$0] }
    }
}
