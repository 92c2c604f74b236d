/// A run of `*` or `_`, which may open emphasis, close it, or both.
struct DelimiterRun {
    let mark: Unicode.Scalar
    let start: Int
    let length: Int
    let canOpen: Bool
    let canClose: Bool
    /// How many of the marks are not matched yet.
    var remaining: Int
    /// What it opens, innermost first: true for strong.
    var opens: [Bool] = []
    /// What it closes, innermost first.
    var closes: [Bool] = []
}

extension InlineParser {
    mutating func takeRun() {
        let mark = text[at]
        let length = text[at...].prefix { $0 == mark }.count
        let before = at > 0 ? text[at - 1] : "\n"
        let after = at + length < text.count ? text[at + length] : "\n"
        let isLeft =
            !after.isUnicodeWhitespace
            && (!after.isUnicodePunctuation || before.isUnicodeWhitespace || before.isUnicodePunctuation)
        let isRight =
            !before.isUnicodeWhitespace
            && (!before.isUnicodePunctuation || after.isUnicodeWhitespace || after.isUnicodePunctuation)
        let isUnderscore = mark == "_"
        let run = DelimiterRun(
            mark: mark,
            start: at,
            length: length,
            canOpen: isLeft && (!isUnderscore || !isRight || before.isUnicodePunctuation),
            canClose: isRight && (!isUnderscore || !isLeft || after.isUnicodePunctuation),
            remaining: length
        )
        pieces.append(.run(runs.count))
        if run.canOpen || run.canClose { pending.append(runs.count) }
        runs.append(run)
        at += length
    }

    /// Matches the runs that became pending since there were `bottom` of them, and forgets them.
    private mutating func match(pending bottom: Int) {
        var openers: [Int] = []
        // Below this many openers there is none for a closer of this kind; what keeps matching linear.
        var floors: [CloserKind: Int] = [:]
        for closer in pending[bottom...] {
            let kind = CloserKind(runs[closer])
            while runs[closer].canClose, runs[closer].remaining > 0 {
                let floor = min(floors[kind] ?? 0, openers.count)
                guard let match = openers[floor...].lastIndex(where: { matches($0, closer) }) else {
                    floors[kind] = openers.count
                    break
                }
                let opener = openers[match]
                let isStrong = runs[opener].remaining >= 2 && runs[closer].remaining >= 2
                runs[opener].opens.append(isStrong)
                runs[closer].closes.append(isStrong)
                runs[opener].remaining -= isStrong ? 2 : 1
                runs[closer].remaining -= isStrong ? 2 : 1
                openers.removeLast(openers.count - match - (runs[opener].remaining > 0 ? 1 : 0))
                for key in floors.keys { floors[key] = min(floors[key] ?? 0, openers.count) }
            }
            if runs[closer].canOpen, runs[closer].remaining > 0 { openers.append(closer) }
        }
        pending.removeLast(pending.count - bottom)
    }

    /// cmark-gfm does not tell closers that can also open from those that cannot, and so leaves some emphasis unmatched
    /// that later versions of cmark match. What is shown on code-hosting sites is what counts here.
    private struct CloserKind: Hashable {
        let mark: Unicode.Scalar
        let lengthModulo3: Int

        init(_ run: DelimiterRun) {
            mark = run.mark
            lengthModulo3 = run.length % 3
        }
    }

    /// The "rule of three": `*a**b*` is one emphasis, not two.
    private func matches(_ opener: Int, _ closer: Int) -> Bool {
        let (a, b) = (runs[opener], runs[closer])
        guard a.mark == b.mark else { return false }
        let isAmbiguous = a.canClose || b.canOpen
        return !isAmbiguous || (a.length + b.length) % 3 != 0 || (a.length % 3 == 0 && b.length % 3 == 0)
    }

    /// The inlines of the pieces from `first` on.
    mutating func build(fromPiece first: Int, pending bottom: Int) -> [Inline] {
        match(pending: bottom)
        var builder = InlineBuilder()
        for piece in pieces[first...] {
            switch piece {
            case .text(let range): builder.append(text: text[range])
            case .inline(.text(let string)): builder.append(text: string.unicodeScalars)
            case .inline(let inline): builder.append(inline)
            case .run(let index):
                let run = runs[index]
                for _ in run.closes { builder.close() }
                builder.append(text: text[run.start..<(run.start + run.remaining)])
                for isStrong in run.opens.reversed() where !builder.open(isStrong: isStrong) && !didReportEmphasis {
                    report(at: run.start, "emphasis nested deeper than \(MarkdownDocument.Limits.emphasis)")
                    didReportEmphasis = true
                }
            }
        }
        return builder.finish()
    }
}

/// Grows a tree of inlines from a list of texts, openings and closings; joins neighbouring texts.
private struct InlineBuilder {
    private var frames: [(isStrong: Bool, children: [Inline])] = [(false, [])]
    /// Openings beyond the limit, whose content goes to the innermost frame.
    private var excess = 0
    private var words = String.UnicodeScalarView()

    mutating func append(text: some Sequence<Unicode.Scalar>) { words.add(text) }

    mutating func append(_ inline: Inline) {
        flush()
        frames[frames.count - 1].children.append(inline)
    }

    /// False if it is too deep.
    mutating func open(isStrong: Bool) -> Bool {
        guard frames.count <= MarkdownDocument.Limits.emphasis, excess == 0 else {
            excess += 1
            return false
        }
        flush()
        frames.append((isStrong, []))
        return true
    }

    mutating func close() {
        if excess > 0 {
            excess -= 1
        } else if frames.count > 1 {
            flush()
            let frame = frames.removeLast()
            frames[frames.count - 1].children.append(
                frame.isStrong ? .strong(frame.children) : .emphasis(frame.children)
            )
        }
    }

    mutating func finish() -> [Inline] {
        while frames.count > 1 { close() }
        flush()
        return frames[0].children
    }

    private mutating func flush() {
        guard !words.isEmpty else { return }
        frames[frames.count - 1].children.append(.text(String(words)))
        words = String.UnicodeScalarView()
    }
}
