#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

enum StandardError {
    /// A line, at once: what follows may be the end of the process.
    static func write(_ text: String) {
        let bytes = Array("\(text)\n".utf8)
        #if canImport(Darwin)
            _ = Darwin.write(2, bytes, bytes.count)
        #else
            _ = Glibc.write(2, bytes, bytes.count)
        #endif
    }
}
