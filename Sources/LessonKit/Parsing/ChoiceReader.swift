/// Reads what a choice offers: the list of '- A. …', '- B. …' that ends its prompt.
struct ChoiceReader {
    private(set) var diagnostics: [Diagnostic] = []

    /// The list that ends the prompt, without which it is left.
    mutating func take(from prompt: inout [Block], at directive: SourcePosition) -> [(letter: String, text: [Block])]? {
        guard case .list(let list)? = prompt.last?.kind, list.marker == .bullet else {
            report(directive, "the prompt of a choice ends with a list of '- A. …', '- B. …'")
            return nil
        }
        guard (2...26).contains(list.items.count) else {
            report(prompt.last?.position ?? directive, "a choice has 2 to 26 choices, not \(list.items.count)")
            return nil
        }
        prompt.removeLast()
        var choices: [(letter: String, text: [Block])] = []
        for (item, scalar) in zip(list.items, ("A" as Unicode.Scalar).value...) {
            let letter = Unicode.Scalar(scalar).map(String.init) ?? ""
            if let text = item.text(behind: "\(letter).") {
                choices.append((letter, text))
            } else {
                report(item.position, "this choice should begin with '\(letter). ' and say something")
            }
        }
        return choices.count == list.items.count ? choices : nil
    }

    private mutating func report(_ position: SourcePosition, _ message: String) {
        diagnostics.append(Diagnostic(at: position, message))
    }
}

extension Block.Item {
    /// The blocks without the words they begin with; nil if they do not begin so, or if nothing follows.
    fileprivate func text(behind label: String) -> [Block]? {
        guard let first = blocks.first, case .paragraph(var inlines) = first.kind,
            case .text(let text)? = inlines.first, text.hasPrefix(label)
        else { return nil }
        let rest = text.dropFirst(label.count)
        guard rest.isEmpty || rest.first == " " else { return nil }
        let words = rest.drop { $0 == " " }
        inlines.removeFirst()
        if !words.isEmpty {
            inlines.insert(.text(String(words)), at: 0)
        } else if case .softBreak? = inlines.first {
            inlines.removeFirst()
        }
        let paragraph = inlines.isEmpty ? [] : [Block(.paragraph(inlines), at: first.position)]
        let remaining = paragraph + blocks.dropFirst()
        return remaining.isEmpty ? nil : remaining
    }
}
