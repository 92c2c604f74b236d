import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Keeps what the terminal was like when the tutor started, to leave it so however the tutor ends.
///
/// libedit gives the terminal back after each line; this is for the ends that do not wait for it.
enum TerminalModes {
    private static let original = Mutex<termios?>(nil)

    /// Remembers the present modes, to be called before the first line is read.
    static func restoreAtExit() {
        var modes = termios()
        guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
        original.withLock { $0 = modes }
        atexit { TerminalModes.restore() }
    }

    /// Puts the modes back and ends bracketed paste, if the terminal is not already so.
    static func restore() {
        var now = termios()
        guard let modes = original.withLock({ $0 }), tcgetattr(STDIN_FILENO, &now) == 0 else { return }
        guard now.c_lflag != modes.c_lflag || now.c_iflag != modes.c_iflag || now.c_oflag != modes.c_oflag else {
            return
        }
        withUnsafePointer(to: modes) { _ = tcsetattr(STDIN_FILENO, TCSANOW, $0) }
        if BracketedPaste.isSupported(by: getenv("TERM").map { String(cString: $0) }) {
            try? TerminalOutput.standard.write(BracketedPaste.off)
        }
    }
}
