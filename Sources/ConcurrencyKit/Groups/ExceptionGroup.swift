/// The tasks of a group that failed, in the order in which they did (Python's `ExceptionGroup`).
public struct ExceptionGroup: Error, CustomStringConvertible {
    /// "unhandled errors in a TaskGroup", if a group made it.
    public let message: String
    /// At least one. An inner group's ``ExceptionGroup`` is one of them (promise 117).
    public let errors: [any Error]

    /// - Parameters:
    ///   - message: What happened.
    ///   - errors: What it is made of, in the order of ``errors``.
    public init(message: String, errors: [any Error]) {
        self.message = message
        self.errors = errors
    }

    /// "unhandled errors in a TaskGroup (2 sub-exceptions)", as Python says it.
    public var description: String {
        "\(message) (\(errors.count) \(errors.count == 1 ? "sub-exception" : "sub-exceptions"))"
    }

    /// The errors that satisfy `condition`, and the others; nested groups keep their shape (`ExceptionGroup.split`).
    ///
    /// As in Python, a group is asked before its errors are: one that satisfies `condition` is taken whole, this one included.
    public func split(
        _ condition: (any Error) -> Bool
    ) -> (matching: ExceptionGroup?, rest: ExceptionGroup?) {
        if condition(self) { return (self, nil) }
        var matching: [any Error] = []
        var rest: [any Error] = []
        for error in errors {
            if let group = error as? ExceptionGroup {
                let parts = group.split(condition)
                if let part = parts.matching { matching.append(part) }
                if let part = parts.rest { rest.append(part) }
            } else if condition(error) {
                matching.append(error)
            } else {
                rest.append(error)
            }
        }
        func group(_ errors: [any Error]) -> ExceptionGroup? {
            errors.isEmpty ? nil : ExceptionGroup(message: message, errors: errors)
        }
        return (group(matching), group(rest))
    }

    /// All errors of this type, at any depth: what an `except* Type` would be given.
    public func errors<Failure: Error>(of _: Failure.Type) -> [Failure] {
        errors.flatMap { error in
            (error as? ExceptionGroup)?.errors(of: Failure.self) ?? (error as? Failure).map { [$0] } ?? []
        }
    }
}
