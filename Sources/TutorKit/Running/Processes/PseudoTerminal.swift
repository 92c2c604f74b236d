import Foundation

/// A terminal that a program writes to and the tutor reads: the C library then writes line by line, without the
/// program's help, so that nothing is lost in a crash and output arrives while the program runs.
struct PseudoTerminal {
    /// The tutor's side.
    let reading: Descriptor
    /// The program's side.
    let writing: Descriptor
    /// Of the program's side: `/dev/pts/7`.
    let path: String

    /// Nil where no terminal can be had, as in some containers.
    init?() {
        var (master, slave): (Int32, Int32) = (-1, -1)
        guard openpty(&master, &slave, nil, nil, nil) == 0 else { return nil }
        reading = Descriptor(owning: master)
        writing = Descriptor(owning: slave)

        var settings = termios()
        guard tcgetattr(slave, &settings) == 0 else { return nil }
        // No newline translation and no echo: the bytes that are read are the bytes that were written.
        cfmakeraw(&settings)
        guard tcsetattr(slave, TCSANOW, &settings) == 0 else { return nil }

        var name = [CChar](repeating: 0, count: 256)
        guard ttyname_r(slave, &name, name.count) == 0 else { return nil }
        path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
