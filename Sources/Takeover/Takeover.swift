import CVirtualClock
import ConcurrencyKit

/// Puts Swift that does not know the kit on one of the kit's loops: `Task { }`, `async let`, task groups, actors,
/// `@MainActor` and `Task.sleep`, in a fixed order, on one thread, in virtual time if asked for.
///
///     @main struct Program {
///         static func main() async throws {
///             try await Task.sleep(for: .seconds(86400))          // takes no time at all
///         }
///     }
///
/// A program need not call anything of this: link this module and set `CONCURRENCYKIT_TAKEOVER=1`, and it is done before
/// `main` begins. `tutor run --file` does that for every program that does not import ConcurrencyKit.
///
/// It uses what Swift calls `ExperimentalCustomExecutors`, which its releases may change or lack. Where they do,
/// ``isSupported`` is false, ``install()`` does nothing but say so, and programs run on Swift's own threads in real time.
public enum Takeover {
    /// Makes a loop the executor of all tasks of this process, for as long as it lives. Call it once, before anything
    /// asynchronous; `CONCURRENCYKIT_CLOCK`, `CONCURRENCYKIT_SEED` and `CONCURRENCYKIT_TRACE` say how the loop runs.
    ///
    /// - Returns: False if it cannot be done here; a line on standard error says why.
    @discardableResult
    public static func install() -> Bool {
        if EventLoop.ofProcess != nil { return true }
        guard isSupported else {
            StandardError.write(
                "Takeover: this Swift has no custom executors that it knows: the program runs in real time"
            )
            return false
        }
        let clock = LoopClock.fromEnvironment
        if clock == .virtual, !virtual_clock_is_available() {
            StandardError.write("Takeover: this system has no virtual clock: the program runs in real time")
            return false
        }
        let trace = ForeignTrace(destination: .fromEnvironment, clock: clock)
        let loop = EventLoop(clock: clock, order: .fromEnvironment, trace: trace.destination)
        trace.attach(to: loop)
        if clock == .virtual {
            virtual_clock_set(0)
            loop.timeJumped = { virtual_clock_set($0) }
        }
        loop.becomeLoopOfProcess()
        takeExecutors(for: loop)
        return true
    }
}

/// Called before `main` by CVirtualClock.
@_cdecl("concurrencykit_take_over")
public func takeOverBeforeMain() { Takeover.install() }
