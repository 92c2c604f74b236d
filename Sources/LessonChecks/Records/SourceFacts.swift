/// What the text of the learner's file says, for questions about structure ("no await in a loop").
///
/// The tutor fills it in from the compiler's parse and sends it with the ``CheckRequest``. Lines are 1-based, in the
/// learner's file.
public struct SourceFacts: Codable, Hashable, Sendable {
    /// A call of a function or method: `site.fetch(page)` is one of `fetch`.
    public struct Call: Codable, Hashable, Sendable {
        /// The last part of what is called, without arguments: "fetch".
        public let name: String
        public let line: Int
        /// The function that it is in, without arguments; nil outside of functions.
        public let function: String?
        /// In the body of a `for`, `while` or `repeat` of the same function or closure.
        public let isInLoop: Bool
        /// An `await` covers it.
        public let isAwaited: Bool

        public init(name: String, line: Int, function: String?, isInLoop: Bool, isAwaited: Bool) {
            self.name = name
            self.line = line
            self.function = function
            self.isInLoop = isInLoop
            self.isAwaited = isAwaited
        }
    }

    /// A clause `catch { … }`.
    public struct Catch: Codable, Hashable, Sendable {
        public let line: Int
        public let function: String?
        /// It has no pattern, or one that lets every error in.
        public let catchesAll: Bool
        /// Some statement in it is a `throw`.
        public let throwsAgain: Bool

        public init(line: Int, function: String?, catchesAll: Bool, throwsAgain: Bool) {
            self.line = line
            self.function = function
            self.catchesAll = catchesAll
            self.throwsAgain = throwsAgain
        }
    }

    /// In the order of the source.
    public let calls: [Call]
    /// In the order of the source.
    public let catches: [Catch]
    /// Every identifier that the file uses, sorted, once each.
    public let names: [String]

    public init(calls: [Call], catches: [Catch] = [], names: [String] = []) {
        self.calls = calls
        self.catches = catches
        self.names = names
    }

    /// The calls of the functions with this name.
    public func calls(of name: String) -> [Call] { calls.filter { $0.name == name } }

    /// Whether the file uses this identifier anywhere.
    public func uses(_ name: String) -> Bool { names.contains(name) || calls.contains { $0.name == name } }

    /// The awaited calls in loops.
    public var awaitsInLoops: [Call] { calls.filter { $0.isInLoop && $0.isAwaited } }
}
