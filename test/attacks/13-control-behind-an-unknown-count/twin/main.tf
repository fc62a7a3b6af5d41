variable "enabled" {
  type = bool
}

