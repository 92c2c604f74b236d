/// Anything that can be awaited: ``Coroutine``, ``LoopTask``, ``Future``, or a type of yours (asyncio's `__await__`).
///
///     struct Countdown: Awaitable {
///         var value: String {
///             get async throws {
///                 for _ in 0..<3 { try await sleep(for: .seconds(1)) }
///                 return "liftoff"
///             }
///         }
///     }
public protocol Awaitable<Output> {
    /// What awaiting it gives.
    associatedtype Output

    /// Waits, and gives the result or throws the error.
    var value: Output { get async throws }
}

/// Awaitables of the kit that are, or become, a future.
protocol FutureConvertible {
    /// asyncio's `ensure_future`: the future itself, or a new task that runs the coroutine.
    func ensureFuture(on loop: EventLoop, scope: Int?, birthplace: SourceLocation) -> FutureCore
}

extension Awaitable {
    /// `ensure_future` for every awaitable; an unknown type is awaited by a new task (promise 38).
    func future(on loop: EventLoop, scope: Int?, birthplace: SourceLocation) -> FutureCore {
        if let convertible = self as? any FutureConvertible {
            return convertible.ensureFuture(on: loop, scope: scope, birthplace: birthplace)
        }
        return loop.makeTask(name: nil, scope: scope, birthplace: birthplace) { $0.result = try await self.value }
    }

    /// What makes two arguments the same: an object's identity, or that of the future behind a handle.
    var identity: ObjectIdentifier? {
        switch self {
        case let handle as any FutureHandle: ObjectIdentifier(handle.core)
        case let object as AnyObject where type(of: self) is AnyObject.Type: ObjectIdentifier(object)
        default: nil
        }
    }
}

/// The typed handles over a `FutureCore`.
protocol FutureHandle {
    var core: FutureCore { get }
}
