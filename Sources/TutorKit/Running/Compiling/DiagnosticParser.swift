/// Reads what the compiler prints with `-diagnostic-style=llvm -no-color-diagnostics -debug-diagnostic-names`:
///
///     demo.swift:4:1: error: call can throw but is not marked with 'try' [throwing_call_without_try]
///     f()
///     ^~~
struct DiagnosticParser {
    private let sources: [String: SourceFile]
    private let lines: [String: [Substring]]

    init(_ layout: SourceLayout) {
        sources = Dictionary(layout.files.map { ($0.diskName, $0.source) }, uniquingKeysWith: { first, _ in first })
        lines = sources.mapValues { $0.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
    }

    /// Errors first, then warnings; each by file in the order of the sources, then by position. Notes are with what
    /// they explain. What is said twice is kept once.
    func diagnostics(in text: String, order: SourceLayout) -> [CompileDiagnostic] {
        var found: [CompileDiagnostic] = []
        var printed = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = printed.popFirst() {
            guard var diagnostic = header(line) else { continue }
            if diagnostic.file != nil { takeExcerpt(&printed, into: &diagnostic) }
            if diagnostic.severity == .note, !found.isEmpty {
                found[found.count - 1].notes.append(diagnostic)
            } else if diagnostic.severity != .remark {
                found.append(diagnostic)
            }
        }
        return sorted(found, order)
    }

    private func sorted(_ diagnostics: [CompileDiagnostic], _ order: SourceLayout) -> [CompileDiagnostic] {
        var seen: Set<CompileDiagnostic> = []
        let rank = Dictionary(
            order.files.enumerated().map { ($1.source.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        func key(_ index: Int, _ diagnostic: CompileDiagnostic) -> [Int] {
            [
                CompileDiagnostic.Severity.allCases.firstIndex(of: diagnostic.severity) ?? 0,
                diagnostic.file.flatMap { rank[$0] } ?? order.files.count, diagnostic.line, diagnostic.column, index,
            ]
        }
        return diagnostics.filter { seen.insert($0).inserted }.enumerated()
            .map { (key: key($0, $1), diagnostic: $1) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map(\.diagnostic)
    }

    /// `demo.swift:4:1: error: message [identifier] [#Group]`, `<unknown>:0: error: message`, `error: message`.
    private func header(_ line: Substring) -> CompileDiagnostic? {
        for severity in CompileDiagnostic.Severity.allCases {
            if line.hasPrefix("\(severity.rawValue): ") {
                return message(line.dropFirst(severity.rawValue.count + 2), severity)
            }
            guard let marker = line.firstRange(of: ": \(severity.rawValue): "),
                let place = place(line[..<marker.lowerBound])
            else { continue }
            var diagnostic = message(line[marker.upperBound...], severity)
            if let (file, line, byteColumn) = place.known {
                diagnostic.file = sources[file]?.name ?? file
                diagnostic.line = line
                diagnostic.column = column(file, line, byteColumn)
            }
            return diagnostic
        }
        return nil
    }

    private func message(_ text: Substring, _ severity: CompileDiagnostic.Severity) -> CompileDiagnostic {
        var text = text
        var diagnostic = CompileDiagnostic(severity: severity, message: "")
        while text.hasSuffix("]"), let open = text.lastIndex(of: "["), open > text.startIndex,
            text[text.index(before: open)] == " "
        {
            let name = text[text.index(after: open)...].dropLast()
            let isGroup = name.hasPrefix("#")
            let word = isGroup ? name.dropFirst() : name
            guard !word.isEmpty,
                word.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":") })
            else { break }
            if isGroup { diagnostic.group = String(word) } else { diagnostic.identifier = String(word) }
            text = text[..<text.index(before: open)]
        }
        diagnostic.message = String(text)
        return diagnostic
    }

    /// `demo.swift:4:1` or `<unknown>:0`; nil if it is neither, and so no header of a diagnostic.
    private func place(_ text: Substring) -> (known: (file: String, line: Int, column: Int)?, Void)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let last = parts.last.flatMap({ Int($0) }) else { return nil }
        if text == "<unknown>:0" { return (nil, ()) }
        guard parts.count >= 3, let line = Int(parts[parts.count - 2]) else { return nil }
        let file = parts.dropLast(2).joined(separator: ":")
        return ((file.hasPrefix("./") ? String(file.dropFirst(2)) : file, line, last), ())
    }

    /// Bytes, as the compiler counts, to characters, as people do.
    private func column(_ file: String, _ line: Int, _ byteColumn: Int) -> Int {
        guard let text = self.line(file, line) else { return byteColumn }
        let before = text.utf8.prefix(max(0, byteColumn - 1))
        return String(decoding: before, as: UTF8.self).count + 1
    }

    private func line(_ file: String, _ line: Int) -> Substring? {
        guard let lines = lines[file], lines.indices.contains(line - 1) else { return nil }
        return lines[line - 1]
    }

    /// The line of the source and the carets below it. The compiler prints no carets below a line that is not ASCII.
    private func takeExcerpt(_ printed: inout ArraySlice<Substring>, into diagnostic: inout CompileDiagnostic) {
        guard let source = printed.first, header(source) == nil else { return }
        diagnostic.sourceLine = String(source)
        printed.removeFirst()
        if let carets = printed.first, carets.contains("^"), carets.allSatisfy({ " ^~".contains($0) }) {
            diagnostic.caretLine = String(carets)
            printed.removeFirst()
        } else if diagnostic.column > 0, diagnostic.column <= source.count + 1 {
            diagnostic.caretLine = String(repeating: " ", count: diagnostic.column - 1) + "^"
        }
    }
}
