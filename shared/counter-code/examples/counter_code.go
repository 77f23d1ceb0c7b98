package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
)

// The code to show `elapsed` whole seconds after the session was opened.
func counterCode(baseURL, token, secret, rpID, counterID, scene, purpose, elapsed string) (string, error) {
	key, err := base64.RawURLEncoding.DecodeString(secret)
	if err != nil {
		return "", err
	}
	var message bytes.Buffer
	for _, field := range []string{"liangzheng counter code", "1", token, elapsed, rpID, counterID, scene, purpose} {
		binary.Write(&message, binary.BigEndian, uint32(len(field)))
		message.WriteString(field)
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(message.Bytes())
	signed := base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:16])
	return fmt.Sprintf("%s/q/1.%s.%s.%s", baseURL, token, elapsed, signed), nil
}

func main() {
	a := os.Args[1:]
	code, err := counterCode(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7])
	if err != nil {
		panic(err)
	}
	fmt.Println(code)
}
