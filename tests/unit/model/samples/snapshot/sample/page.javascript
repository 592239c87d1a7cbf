const response = await fetch('https://api.example.com/users/ID/', {
  method: 'POST',
  headers: {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    Authorization: 'Bearer YOUR_TOKEN'
  },
  body: JSON.stringify({
    reason: 'it\'s\n"$HOME" `x` \\ ü',
    on: true,
    none: null,
    list: [1, {}]
  })
})

console.log(response.status)
console.log(await response.text())
