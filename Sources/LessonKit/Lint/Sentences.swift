/// A sentence of a running text.
struct Sentence {
    /// Words as they are written; a piece of code is one word, whatever is in it.
    let words: [String]
    /// Its line, and its column where it begins the text.
    let position: SourcePosition

    var text: String { words.joined(separator: " ") }

    /// A sentence ends at a full stop, question or exclamation mark before a space, unless a small letter follows; and at
    /// the end of the text.
    static func sentences(of run: TextRun) -> [Sentence] {
        var reader = Reader(run.position)
        reader.read(run.inlines)
        return reader.finished()
    }

    private struct Reader {
        /// Words with the line on which each begins.
        private var words: [(text: String, line: Int)] = []
        private var current = ""
        private var currentLine: Int
        private var line: Int
        private let start: SourcePosition

        init(_ start: SourcePosition) {
            self.start = start
            line = start.line
            currentLine = start.line
        }

        mutating func read(_ inlines: [Inline]) {
            for inline in inlines {
                switch inline {
                case .text(let text):
                    for character in text {
                        if character.isWhitespace { endWord() } else { add(String(character)) }
                    }
                // A space in it would make it several words.
                case .code(let code): add("`\(code.map { $0.isWhitespace ? "\u{A0}" : String($0) }.joined())`")
                case .emphasis(let children), .strong(let children): read(children)
                case .link(let link): read(link.children)
                case .image(let image):
                    endWord()
                    read([.text(image.alt)])
                    endWord()
                case .softBreak, .hardBreak:
                    endWord()
                    line += 1
                case .html: break
                }
            }
        }

        private mutating func add(_ text: String) {
            if current.isEmpty { currentLine = line }
            current += text
        }

        private mutating func endWord() {
            if !current.isEmpty { words.append((current, currentLine)) }
            current = ""
        }

        mutating func finished() -> [Sentence] {
            endWord()
            var sentences: [Sentence] = []
            var first = 0
            for index in words.indices {
                let isLast = index + 1 == words.count
                guard isLast || Self.ends(words[index].text) && !Self.goesOn(words[index + 1].text) else { continue }
                let line = words[first].line
                let column = first == 0 ? start.column : 1
                sentences.append(
                    Sentence(
                        words: words[first...index].map(\.text).filter { $0.contains { $0.isLetter || $0.isNumber } },
                        position: SourcePosition(file: start.file, line: line, column: column)
                    )
                )
                first = index + 1
            }
            return sentences.filter { !$0.words.isEmpty }
        }

        private static func ends(_ word: String) -> Bool {
            let bare = word.reversed().drop { "\"'”’)]".contains($0) }
            return bare.first.map { ".?!".contains($0) } ?? false
        }

        private static func goesOn(_ word: String) -> Bool { word.first?.isLowercase ?? false }
    }
}
