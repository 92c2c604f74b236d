/// The first line in which two texts differ.
struct TextDifference: Equatable {
    /// 1-based.
    let line: Int
    /// Nil where the text has ended.
    let first: String?
    let second: String?

    init(_ first: String, _ second: String) {
        let a = first.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let b = second.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
        line = index + 1
        // A text that ends in a newline has no line behind it.
        self.first = index < a.count - (a.last == "" ? 1 : 0) ? a[index] : nil
        self.second = index < b.count - (b.last == "" ? 1 : 0) ? b[index] : nil
    }

    /// "this line is 'a', and the demo prints 'b'".
    func words(said: String, now: String) -> String {
        func words(_ text: String?) -> String {
            text.map { "'\($0.prefix(60))\($0.count > 60 ? "…" : "")'" } ?? "nothing"
        }
        return "\(said) \(words(first)), and \(now) \(words(second))"
    }
}
