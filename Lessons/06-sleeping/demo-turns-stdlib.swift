func count(_ name: String) async {
    for number in 1...3 {
        print("\(name) \(number)")
        await Task.yield()
    }
}

async let red: Void = count("red")
async let blue: Void = count("blue")
_ = await (red, blue)
print("both are done")
