/// The part of a program that a lesson shows.
///
///     // slice: fetch        in Python: # slice: fetch
///     …these lines…
///     // end                 in Python: # end
///
/// The indentation that all lines of a region share is taken off. Without a name the slice is the whole file without
/// the marking lines. Regions neither nest nor overlap.
struct SliceRegion {
    /// Line by line, without newlines.
    let lines: [Line]

    struct Line {
        let text: String
        /// 1-based in the program's file.
        let number: Int
    }

    struct Failure: Error {
        let message: String
    }

    init(of name: String?, in source: String, file: String) throws(Failure) {
        let mark = file.hasSuffix(".py") ? "#" : "//"
        let all = SourceLines(source, file: file).lines.map(\.text.string)
        var regions: [(name: String, lines: [Line])] = []
        var unmarked: [Line] = []
        var isOpen = false
        for (index, text) in all.enumerated() {
            switch Marker(text, mark: mark) {
            case .begin(let begun):
                if isOpen, let open = regions.last {
                    throw Failure(message: "slice '\(open.name)' of '\(file)' is not ended before line \(index + 1)")
                }
                if regions.contains(where: { $0.name == begun }) {
                    throw Failure(
                        message: "'\(file)' has two slices named '\(begun)'; the second is on line \(index + 1)"
                    )
                }
                regions.append((begun, []))
                isOpen = true
            case .end:
                if !isOpen {
                    throw Failure(message: "line \(index + 1) of '\(file)' ends a slice, but none is begun")
                }
                isOpen = false
            case nil:
                let line = Line(text: text, number: index + 1)
                unmarked.append(line)
                if isOpen { regions[regions.count - 1].lines.append(line) }
            }
        }
        if isOpen, let open = regions.last {
            throw Failure(message: "slice '\(open.name)' of '\(file)' is never ended; end it with '\(mark) end'")
        }
        guard let name else {
            lines = unmarked
            return
        }
        guard let region = regions.first(where: { $0.name == name }) else {
            let known = regions.isEmpty ? "; it has none" : "; it has \(regions.map(\.name).joined(separator: ", "))"
            let clause = Suggestion.clause(for: name, among: regions.map(\.name), otherwise: known)
            throw Failure(message: "'\(file)' has no slice '\(name)'\(clause)")
        }
        lines = Self.dedented(region.lines)
    }

    private static func dedented(_ lines: [Line]) -> [Line] {
        let indents = lines.filter { $0.text.contains { $0 != " " } }.map { $0.text.prefix { $0 == " " }.count }
        let shared = indents.min() ?? 0
        return lines.map { Line(text: String($0.text.dropFirst(shared)), number: $0.number) }
    }

    private enum Marker {
        case begin(String)
        case end

        init?(_ line: String, mark: String) {
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
            guard let first = words.first, first == mark else { return nil }
            if words.count == 3, words[1] == "slice:" {
                self = .begin(String(words[2]))
            } else if words.count == 2, words[1] == "end" {
                self = .end
            } else {
                return nil
            }
        }
    }
}
