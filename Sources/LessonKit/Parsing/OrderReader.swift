/// Reads an `order` question: the lettered lines that end its prompt, and the key in its Answer.
///
///     ```swift
///     A. print(try await page.value)
///     B. let page = createTask { try await fetch("news") }
///     C. let page = try await fetch("news")
///     ```
///
///     - order: B, A                                  B stands before A; several such items, each a chain
///     - right: feedback
///     - A. right: feedback                           if A is the first misplaced line; optional
///     - C. wrong [id] instead=B: feedback            C does not belong; it tempts from B
///     - wrong [id] "A, B": feedback                  a foreseen wrong order
///     - wrong: feedback                              whatever else is wrong
///
/// What follows `A. ` is the line with its indentation. A line that begins with three spaces belongs to the one above.
struct OrderReader {
    private(set) var diagnostics: [Diagnostic] = []
    private var chains: [[String]] = []

    private mutating func report(_ position: SourcePosition, _ message: String) {
        diagnostics.append(Diagnostic(at: position, message))
    }

    mutating func read(
        prompt: [Block],
        directive: SourcePosition,
        answer: [Block.Item],
        at position: SourcePosition
    ) -> OrderKey? {
        guard let last = prompt.last, case .code(_, let text) = last.kind else {
            report(
                directive,
                "the prompt of an order question ends with fenced code, each line with its letter: 'A. …'"
            )
            return nil
        }
        let pieces = pieces(text, below: last.position)
        let letters = pieces.map(\.letter)
        guard diagnostics.isEmpty else { return nil }
        guard (2...26).contains(letters.count) else {
            report(last.position, "an order question has 2 to 26 lines, not \(letters.count)")
            return nil
        }
        let items = items(answer, letters)
        var key = AnswerKey(items: items.filter { $0.letter == nil }, position: position)
        let feedback = key.feedback { key, item -> [String]? in
            guard !item.alternatives.isEmpty else { return nil }
            if item.alternatives.count > 1 { key.report(item, "one foreseen order an item") }
            guard let list = LetterList(item.alternatives[0], offered: letters) else {
                key.report(item, "'\(item.alternatives[0])' is no list of lines, such as 'B, A'; each comes once")
                return nil
            }
            return list.letters
        }
        for item in key.items where item.isRight && !item.alternatives.isEmpty {
            key.report(item, "the right order is said by '- order: B, A'; write '- right: feedback'")
        }
        key.rejectOptions(allowed: nil)
        diagnostics += key.diagnostics
        let lines = pieces.map { piece in
            OrderKey.Line(letter: piece.letter, code: piece.code, role: role(of: piece.letter, items))
        }
        let order = OrderKey(lines: lines, chains: chains, feedback: feedback)
        check(order, items, at: position, listing: last.position)
        return order
    }

    // MARK: The lines

    private mutating func pieces(
        _ text: String,
        below fence: SourcePosition
    ) -> [(letter: String, code: String)] {
        var pieces: [(letter: String, code: String)] = []
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        for (index, row) in rows.enumerated() {
            let letter = Unicode.Scalar(0x41 + UInt32(min(pieces.count, 25))).map(String.init) ?? "A"
            if row.hasPrefix("\(letter). "), row.dropFirst(3).contains(where: { $0 != " " }) {
                pieces.append((letter, String(row.dropFirst(3))))
            } else if row.hasPrefix("   "), let last = pieces.indices.last {
                pieces[last].code += "\n" + row.dropFirst(3)
            } else {
                let position = SourcePosition(file: fence.file, line: fence.line + 1 + index)
                report(position, "'\(row)' should begin with '\(letter). ', the letter of the line, and say something")
                break
            }
        }
        return pieces
    }

    // MARK: The answer

    private mutating func items(_ answer: [Block.Item], _ letters: [String]) -> [AnswerItem] {
        var items: [AnswerItem] = []
        for block in answer {
            let text = block.blocks.first?.plainText ?? ""
            if text.hasPrefix("order:") {
                guard let list = LetterList(String(text.dropFirst(6)), offered: letters), list.letters.count > 1 else {
                    report(block.position, "'\(text)' should name two or more lines in order, such as 'order: B, A'")
                    continue
                }
                chains.append(list.letters)
                continue
            }
            let word = String(text.prefix { $0 != ":" && $0 != " " })
            if word != "order", Suggestion.nearest(to: word, among: ["order"]) != nil {
                report(block.position, "unknown item '\(word)'; did you mean 'order'?")
                continue
            }
            do { items.append(try AnswerItem(block, letter: .optional)) } catch { diagnostics.append(error) }
        }
        for item in items {
            guard let letter = item.letter else { continue }
            if !letters.contains(letter) {
                report(item.position, "there is no line '\(letter)'; there are \(letters.joined(separator: ", "))")
            } else if items.contains(where: { $0.letter == letter && $0.position.line < item.position.line }) {
                report(item.position, "the answer speaks of '\(letter)' twice")
            }
            if !item.isRight, item.misconception == nil {
                report(
                    item.position,
                    "a line that does not belong names the misconception behind it: '- \(letter). wrong [misconception-id]: …'"
                )
            }
            if !item.alternatives.isEmpty || item.options.contains(where: { $0.key != "instead" || item.isRight }) {
                report(
                    item.position,
                    "expected '- \(letter). right: …' or '- \(letter). wrong [misconception-id] instead=B: …'"
                )
            }
        }
        return items
    }

    private func role(of letter: String, _ items: [AnswerItem]) -> OrderKey.Line.Role {
        guard let item = items.first(where: { $0.letter == letter }) else { return .needed(feedback: []) }
        if item.isRight { return .needed(feedback: item.feedback) }
        return .distractor(
            misconception: item.misconception ?? "",
            instead: item.options["instead"],
            feedback: item.feedback
        )
    }

    private mutating func check(
        _ key: OrderKey,
        _ items: [AnswerItem],
        at position: SourcePosition,
        listing: SourcePosition
    ) {
        let needed = key.needed
        if chains.isEmpty {
            report(position, "the answer does not say what comes before what; write '- order: B, A'")
            return
        }
        for letter in Set(chains.joined()).subtracting(needed).sorted() {
            report(position, "line '\(letter)' is in an 'order:', and the answer says that it does not belong")
        }
        for item in items {
            if let instead = item.options["instead"], !needed.contains(instead) {
                report(
                    item.position,
                    "'instead=\(instead)' names no line that belongs; these do: \(needed.joined(separator: ", "))"
                )
            }
        }
        guard key.rightOrder != nil else {
            report(position, "the items 'order:' contradict each other: no order keeps them all")
            return
        }
        // A chain that was not understood would only be followed by false reports.
        guard diagnostics.isEmpty else { return }
        for foreseen in key.feedback.foreseen
        where key.isRight(foreseen.pattern) {
            report(position, "'\(foreseen.pattern.joined(separator: ", "))' is both right and wrong")
        }
        if key.isRight(needed), diagnostics.isEmpty {
            report(
                listing,
                "the lines stand in a right order, which gives the answer away; "
                    + "write them in another, and give them their letters anew"
            )
        }
    }
}
