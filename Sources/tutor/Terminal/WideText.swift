import CEditLine

/// libedit's wide text: `wchar_t` is one Unicode scalar on every system that the tutor runs on.
enum WideText {
    /// Ends with a zero, as C wants it.
    static func terminated(_ scalars: some Sequence<Unicode.Scalar>) -> [wchar_t] {
        scalars.map(character) + [0]
    }

    static func character(_ scalar: Unicode.Scalar) -> wchar_t {
        wchar_t(bitPattern: scalar.value)
    }

    static func scalars(_ start: UnsafePointer<wchar_t>, count: Int) -> [Unicode.Scalar] {
        UnsafeBufferPointer(start: start, count: count).map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" }
    }

    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
