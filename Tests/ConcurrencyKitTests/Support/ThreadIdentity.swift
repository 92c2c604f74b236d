import Foundation

/// Which thread this is, to compare: the functions of Foundation and pthreads are not offered to asynchronous code.
struct ThreadIdentity: Hashable, Sendable {
    private let thread: ObjectIdentifier

    static var current: ThreadIdentity { ThreadIdentity(thread: ObjectIdentifier(Thread.current)) }
}
