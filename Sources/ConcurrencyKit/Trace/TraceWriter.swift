#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Writes each line at once, so that a program that traps or is killed leaves its trace up to that moment.
package final class TraceWriter {
    private var descriptor: Int32

    package init?(path: String, clock: LoopClock) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        append(#"{"format":"\#(TraceEvent.format)","clock":"\#(clock)"}"#)
    }

    package func append(_ line: String) {
        guard descriptor >= 0 else { return }
        var line = line + "\n"
        line.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let written = write(descriptor, rest.baseAddress, rest.count)
                if written > 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[written...])
                } else if errno != EINTR {
                    // A full disk ends the trace, not the program.
                    return close()
                }
            }
        }
    }

    package func close() {
        if descriptor >= 0 { _ = closeFile(descriptor) }
        descriptor = -1
    }

    deinit { close() }
}

/// `close` of the C library, which the method of the same name hides.
private func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }
