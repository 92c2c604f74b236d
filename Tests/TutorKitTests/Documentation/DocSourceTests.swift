import Testing

@testable import TutorKit

/// Declarations and their comments, out of sources.
@Suite struct DocSourceTests {
    @Test func publicDeclarationsAndNoOthersAreRead() {
        let symbols = DocSource.symbols(
            in: """
                import Other

                /// Waits for all.
                ///
                ///     f()
                @discardableResult
                public func gather<T>(
                    _ bodies: T...,
                    line: Int = #line
                ) async throws -> [T] {
                    switch bodies {
                    case .some: break
                    }
                }

                /// Not to be had.
                @available(
                    *,
                    unavailable,
                    message: "no"
                )
                public func gather(_ x: Int) {}

                /// Hidden.
                func helper() {}

                /// A handle.
                public struct Future<Output>: Sendable {
                    /// A state.
                    public enum State: Sendable {
                        /// At first.
                        case pending
                        case done(Output)
                    }
                    /// How many.
                    public private(set) var count = 0
                    let hidden = 1
                    public init() {}
                }

                extension Future where Output == Void {
                    /// Sets it.
                    public func set() { if true { } }
                }

                /// A promise.
                public protocol Awaitable: Sendable {
                    /// It.
                    var value: Int { get async throws }
                }
                """
        )
        #expect(
            symbols.map(\.path) == [
                "gather", "Future", "Future.State", "Future.State.pending", "Future.State.done", "Future.count",
                "Future.init", "Future.set", "Awaitable", "Awaitable.value",
            ]
        )
        #expect(
            symbols[0].declaration
                == "public func gather<T>(_ bodies: T..., line: Int = #line) async throws -> [T]"
        )
        #expect(symbols[0].comment == "Waits for all.\n\n    f()")
        #expect(symbols[0].summary == "Waits for all.")
        #expect(symbols[5].declaration == "public private(set) var count")
        #expect(symbols[9].declaration == "var value: Int")
    }

    @Test func docCsOwnMarksBecomePlainMarkdown() {
        let text = """
            Text with ``gather(_:file:line:)-1vixo``, ``EventLoop/run(file:line:_:)`` and <doc:Timeouts>.

                let all: ``Awaitable``

            @Row {
            @Column {
            ```swift
            @Row {
            ```
            }
            }
            """
        #expect(
            DocText.plain(text, titles: ["Timeouts": "About time"]) == """
                Text with `gather`, `EventLoop.run` and About time (`doc Timeouts`).

                ```
                let all: Awaitable
                ```

                ```swift
                @Row {
                ```
                """
        )
    }
}
