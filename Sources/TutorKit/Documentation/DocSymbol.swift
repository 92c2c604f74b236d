/// A public declaration of the kit and its comment.
public struct DocSymbol: Sendable, Equatable {
    /// `gather`, `EventLoop.time`, `Future.init`.
    public let path: String
    /// On one line, without the body.
    public let declaration: String
    /// The comment in Markdown; empty where there is none.
    public let comment: String

    /// Without the type that it is in.
    var name: String { String(path.split(separator: ".").last ?? "") }

    /// The comment's first sentence, on one line.
    var summary: String {
        let paragraph = comment.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
        let text = paragraph.joined(separator: " ")
        guard let end = text.firstRange(of: ". ") else { return text }
        return String(text[..<end.lowerBound]) + "."
    }
}
