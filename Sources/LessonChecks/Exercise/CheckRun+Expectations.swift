import ConcurrencyKit

extension CheckRun {
    /// - Parameters:
    ///   - message: what is wrong if it does not hold, for the learner.
    ///   - misconception: the section of `feedback.md` that explains it.
    /// - Returns: whether it held.
    @discardableResult
    public func expect(
        _ condition: Bool,
        _ message: String,
        misconception: String? = nil,
        file: String = #fileID,
        line: Int = #line
    ) -> Bool {
        if !condition { fail(message, misconception: misconception, file: file, line: line) }
        return condition
    }

    /// The message is followed by what was expected and what there was.
    @discardableResult
    public func expect<Value: Equatable>(
        _ value: Value,
        equals expected: Value,
        _ message: String,
        misconception: String? = nil,
        file: String = #fileID,
        line: Int = #line
    ) -> Bool {
        expect(value, isOneOf: [expected], message, misconception: misconception, file: file, line: line)
    }

    /// Several outcomes are legal: which one may depend on the order in which tasks run.
    @discardableResult
    public func expect<Value: Equatable>(
        _ value: Value,
        isOneOf legal: [Value],
        _ message: String,
        misconception: String? = nil,
        file: String = #fileID,
        line: Int = #line
    ) -> Bool {
        guard !legal.contains(value) else { return true }
        // Long values take their time to be written.
        guard !hasFailedOften else { return false }
        let expected = legal.map { ValueText.of($0) }.joined(separator: " or ")
        let seen = ValueText.of(value).shortened(to: 400)
        let text = "\(message)\n  expected \(expected)\n  but got  \(seen)"
        return expect(false, text, misconception: misconception, file: file, line: line)
    }

    /// The virtual time since the check began is exactly this.
    @discardableResult
    public func expectElapsed(
        _ expected: Duration,
        _ message: String,
        misconception: String? = nil,
        file: String = #fileID,
        line: Int = #line
    ) -> Bool {
        guard elapsed != expected else { return true }
        let text = "\(message)\n  expected to take \(expected)\n  but it took      \(elapsed)"
        note(.duration, text, misconception, SourceLocation(file: file, line: line))
        return false
    }

    /// `body` throws an error of this type.
    ///
    /// - Returns: the error, for more expectations; nil if there was none, or another.
    @discardableResult
    public func expectThrows<Failure: Error>(
        _ type: Failure.Type,
        _ message: String,
        misconception: String? = nil,
        file: String = #fileID,
        line: Int = #line,
        _ body: () async throws -> Void
    ) async -> Failure? {
        let seen: String
        do {
            try await body()
            seen = "nothing was thrown"
        } catch let error as Failure {
            return error
        } catch {
            seen = "got \(Findings.words(error))"
        }
        let text = "\(message)\n  expected the error \(type)\n  but \(seen)"
        fail(text, misconception: misconception, file: file, line: line)
        return nil
    }
}
