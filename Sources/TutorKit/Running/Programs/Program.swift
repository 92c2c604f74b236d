/// A compiled program, ready to run.
public struct Program: Sendable, Equatable {
    /// An absolute path.
    public let executable: String
    /// What the compiler warned of, in the order of the source.
    public let warnings: [CompileDiagnostic]

    public init(executable: String, warnings: [CompileDiagnostic] = []) {
        self.executable = executable
        self.warnings = warnings
    }
}
