#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the operating system said no with.
public struct SystemError: Error, Equatable, CustomStringConvertible {
    /// `errno`.
    public let code: CInt

    public init(code: CInt) {
        self.code = code
    }

    static let notThere = SystemError(code: ENOENT)
    static let inputOutput = SystemError(code: EIO)

    /// `strerror`'s words: "No space left on device".
    public var description: String {
        String(cString: strerror(code))
    }

    /// Repeats a call that a signal interrupted; -1 becomes an error.
    static func check<Number: SignedInteger>(_ call: () -> Number) throws(SystemError) -> Number {
        while true {
            let result = call()
            if result >= 0 { return result }
            let code = errno
            if code != EINTR { throw SystemError(code: code) }
        }
    }
}
