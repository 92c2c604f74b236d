/// Why there is no program.
public enum CompileFailure: Error, Sendable, Equatable {
    /// The source is wrong: at least one error, errors first, by position.
    case rejected([CompileDiagnostic])
    /// Nothing can be said about the source: this machine could not compile it.
    case couldNotTell(Cause)
    /// The caller's task was cancelled, or the compiler was closed.
    case cancelled

    public enum Cause: Error, Sendable, Equatable {
        case noToolchain(ToolchainProblem)
        case noKit(KitProblem)
        /// The sources cannot be put together, whatever is in them.
        case badSources(String)
        /// The compiler was stopped at a limit.
        case limit(ProcessEnd)
        /// The compiler or the linker failed, and not because of an error that it could name.
        case compilerFailed(String)
        /// There is no folder to work in.
        case noFolder(String)
    }
}

extension CompileFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .rejected(let diagnostics): diagnostics.map(\.description).joined(separator: "\n")
        case .couldNotTell(let cause): cause.description
        case .cancelled: "compiling was interrupted"
        }
    }
}

extension CompileFailure.Cause: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noToolchain(let problem): problem.description
        case .noKit(let problem): problem.description
        case .badSources(let reason): reason
        case .limit(let end): "the Swift compiler \(end)"
        case .compilerFailed(let text): "the Swift compiler failed, which says nothing about the program:\n\(text)"
        case .noFolder(let reason): reason
        }
    }
}
