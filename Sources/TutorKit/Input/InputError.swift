/// Input that cannot be handed on as a line.
public enum InputError: Error, Equatable, CustomStringConvertible {
    /// A line of more than `limit` bytes. It is skipped to its end.
    case lineTooLong(limit: Int)
    /// The operating system could not read. `reason` is its own words.
    case unreadable(reason: String)

    public var description: String {
        switch self {
        case .lineTooLong(let limit):
            "input: a line is longer than \(limit) bytes and was skipped; send shorter lines"
        case .unreadable(let reason):
            "input: cannot be read (\(reason)); start the tutor again with a working terminal or pipe"
        }
    }
}
