/// There is no terminal in which an editor could run.
public struct NoEditor: Error, CustomStringConvertible {
    public init() {}

    public let description = "there is no terminal here to edit in; open the file with your editor"
}
