import Dispatch
import Foundation

/// Runs `body` in a thread that the kit knows nothing of.
func detach(_ body: @escaping @Sendable () -> Void) { Thread(block: body).start() }

/// Holds up this thread until another one signals, also where asynchronous code may not wait for a semaphore.
func block(until signal: DispatchSemaphore) { signal.wait() }
