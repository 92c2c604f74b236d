/// A call that has not happened yet (Python's coroutine object): an inert value that runs when it is awaited, once.
///
///     let greeting = Coroutine { await greet("you") }   // runs nothing
///     print(try await greeting.value)                    // runs here, in the task that awaits it
///
/// One that is never awaited is reported when its loop ends (promise 4).
public final class Coroutine<Output>: Awaitable {
    private var body: (() async throws -> Output)?
    let birthplace: SourceLocation
    private let loop: EventLoop?
    private var registration = 0

    /// Makes the call, and runs nothing of it. Made on a running loop, it is reported there if nobody awaits it.
    ///
    /// - Parameters:
    ///   - file: Where it is made, for errors and reports; leave it to its default.
    ///   - line: 1-based; leave it to its default.
    ///   - function: What ``LoopTask/stack(limit:)`` calls it; by default the function that makes it.
    ///   - body: What the call does.
    public convenience init(
        file: String = #fileID,
        line: Int = #line,
        function: String = #function,
        _ body: @escaping () async throws -> Output
    ) {
        self.init(at: SourceLocation(file: file, line: line, function: function), body)
    }

    init(at birthplace: SourceLocation, _ body: @escaping () async throws -> Output) {
        self.body = body
        self.birthplace = birthplace
        loop = CurrentLoop.loop
        registration = loop?.unawaited.insert(birthplace) ?? 0
    }

    /// Where it was made; the `function` of it is what Python calls the coroutine's name (promise 330).
    public var location: SourceLocation { birthplace }

    /// Runs the body in the current task; nobody else gets a turn until it really suspends (promise 2).
    ///
    /// - Throws: what the body throws, and `LoopError.coroutineReused` the second time (promise 5).
    public var value: Output {
        get async throws {
            let body = try take()
            guard let task = CurrentLoop.loop?.current else { return try await body() }
            task.frames.enter(birthplace)
            do {
                let value = try await body()
                task.frames.leave()
                return value
            } catch {
                task.frames.leave(throwing: error)
                throw error
            }
        }
    }

    /// It is no mistake if nobody awaits it: it is not reported.
    func needNotBeAwaited() { loop?.unawaited.remove(registration) }

    private func take() throws -> () async throws -> Output {
        guard let body else { throw LoopError.coroutineReused(birthplace) }
        self.body = nil
        loop?.unawaited.remove(registration)
        return body
    }
}

extension Coroutine: FutureConvertible {
    func ensureFuture(on loop: EventLoop, scope: Int?, birthplace: SourceLocation) -> FutureCore {
        let task = loop.makeTask(name: nil, scope: scope, birthplace: birthplace) { $0.result = try await self.value }
        task.coroutine = self
        return task
    }
}

/// A ``Coroutine`` of whatever result.
protocol AnyCoroutine: AnyObject {
    /// Where it was made.
    var birthplace: SourceLocation { get }
    /// It will never run, and somebody knows it: from now on it counts as awaited (Python's `close()`).
    func close()
}

extension Coroutine: AnyCoroutine {
    func close() { _ = try? take() }
}

/// The coroutines of a loop that nobody has awaited yet, in creation order.
struct UnawaitedCoroutines {
    private var birthplaces: [Int: SourceLocation] = [:]
    private var last = 0

    mutating func insert(_ birthplace: SourceLocation) -> Int {
        last += 1
        birthplaces[last] = birthplace
        return last
    }

    mutating func remove(_ registration: Int) { birthplaces[registration] = nil }

    mutating func takeAll() -> [SourceLocation] {
        defer { birthplaces = [:] }
        return birthplaces.sorted { $0.key < $1.key }.map(\.value)
    }
}
