/// A piece of what a program writes, as it arrives: whole characters, not necessarily whole lines.
public struct OutputChunk: Sendable, Equatable {
    public enum Stream: Sendable { case output, error }
    public let stream: Stream
    public let text: String

    public init(stream: Stream, text: String) {
        self.stream = stream
        self.text = text
    }
}
