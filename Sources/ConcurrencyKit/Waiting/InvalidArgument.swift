/// An argument that no call can do anything with (Python's `ValueError`).
public struct InvalidArgumentError: Error, Equatable, CustomStringConvertible {
    public let description: String
}
