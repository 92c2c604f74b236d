/// An argument that no call can do anything with (Python's `ValueError`).
public struct InvalidArgumentError: Error, Equatable, CustomStringConvertible {
    /// What was given, and what to give instead.
    public let description: String
}
