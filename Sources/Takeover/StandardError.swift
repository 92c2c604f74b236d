#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

enum StandardError {
    static func write(_ line: String) {
        var line = line + "\n"
        line.withUTF8 { _ = unsafeWrite(2, $0.baseAddress, $0.count) }
    }
}

/// `write` of the C library, which the method of the same name hides.
private func unsafeWrite(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
