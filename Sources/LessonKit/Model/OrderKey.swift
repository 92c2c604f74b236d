/// The key of an `order` question: which of the lettered lines belong together, and which must come before which.
public struct OrderKey: Sendable, Equatable {
    /// In the order of the text, which is no right one.
    public let lines: [Line]
    /// In each chain, a letter stands before those that follow it. What no chain says is free.
    public let chains: [[String]]
    /// For the wrong orders that the author foresaw, as letters.
    public let feedback: Feedback<[String]>

    public init(lines: [Line], chains: [[String]], feedback: Feedback<[String]>) {
        self.lines = lines
        self.chains = chains
        self.feedback = feedback
    }

    public struct Line: Sendable, Equatable {
        /// `A`, `B`, … in the order of the text.
        public let letter: String
        /// With its indentation; several lines of a program may be one line of the puzzle.
        public let code: String
        public let role: Role

        public init(letter: String, code: String, role: Role) {
            self.letter = letter
            self.code = code
            self.role = role
        }

        /// What the line is in the puzzle, with what is said if it is the first that is misplaced.
        public enum Role: Sendable, Equatable {
            /// Part of every right answer. Without words of its own, the general ones are used.
            case needed(feedback: [Block])
            /// Part of none. `instead` is the letter of the line in whose place it tempts.
            case distractor(misconception: String, instead: String?, feedback: [Block])
        }

        public var isNeeded: Bool { if case .needed = role { true } else { false } }
    }

    /// The letters of every right answer, in the order of the text.
    public var needed: [String] { lines.filter(\.isNeeded).map(\.letter) }

    /// The lines of which the learner takes one: a line and the distractors beside it.
    public var pairs: [[String]] {
        needed.compactMap { letter in
            let tempting = lines.filter {
                if case .distractor(_, instead: letter, _) = $0.role { true } else { false }
            }
            return tempting.isEmpty ? nil : ([letter] + tempting.map(\.letter)).sorted()
        }
    }

    /// Whether these are the needed lines, and each chain is kept.
    func isRight(_ letters: [String]) -> Bool {
        letters.sorted() == needed.sorted() && firstTooEarly(in: letters) == nil
    }

    /// Of the right orders, the one nearest to that of the text; nil if the chains contradict each other.
    var rightOrder: [String]? {
        var placed: [String] = []
        while let next = needed.first(where: { !placed.contains($0) && firstTooEarly(in: placed + [$0]) == nil }) {
            placed.append(next)
        }
        return placed.count == needed.count ? placed : nil
    }

    /// A wrong order for each thing that can be said to one.
    var wrongOrders: [[String]] {
        let right = rightOrder ?? []
        let tempted = lines.filter { !$0.isNeeded }.map { line in
            if case .distractor(_, let instead?, _) = line.role {
                right.map { $0 == instead ? line.letter : $0 }
            } else {
                right + [line.letter]
            }
        }
        return feedback.foreseen.map(\.pattern) + tempted + right.map { [$0] } + [right.reversed()]
    }

    /// Where `letters` first break a chain: the index of a letter before which another one is missing.
    func firstTooEarly(in letters: [String]) -> Int? {
        letters.indices.first { index in
            let before = Set(letters[..<index])
            return chains.contains { chain in
                guard let at = chain.firstIndex(of: letters[index]) else { return false }
                return !before.isSuperset(of: chain[..<at])
            }
        }
    }
}
