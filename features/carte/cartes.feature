# language: fr
Fonctionnalité: Chaque professionnel a sa carte

  @K_08
  Plan du scénario: Une carte de chaque sorte répond dans un lecteur
    Étant donné la carte "<carte>", dans un lecteur
    Alors la carte répond ainsi :
      | commande                                              | réponse                      |
      | 00 A4 04 0C 0D E8 28 BD 08 0F 80 25 00 00 01 FF 00 10 | 90 00                        |
      | 00 A4 09 0C 06 3F 00 00 01 D1 02                      | 90 00                        |
    Quand le logiciel présente le bon code porteur
    Et que le logiciel demande une authentification
    Alors la carte répond "61 00"
    Et l'authentification est vérifiée par le certificat de la carte

    Exemples:
      | carte                                       |
      | CPS de sage-femme                           |
      | CPS de médecin remplaçant                   |
      | CPS d'orthophoniste                         |
      | CPF de médecin en formation                 |
      | CDE de directeur de société d'ambulances    |
      | CPE nominative d'assistant médical          |
      | CPE non nominative de secrétariat médical   |
      | CPA de personnel autorisé d'un établissement |

  @K_08
  Scénario: Une CPS4 parle sur son canal logique
    Étant donné la carte "CPS de médecin, CPS4", dans un lecteur
    Alors la carte donne l'ATR "3B 9B 18 80 01 00 12 25 00 64 80 04 01 00 00 90 44"
    Et la carte répond ainsi :
      | commande                               | réponse  |
      | 00 A4 04 0C 08 80 25 00 00 01 FF 01 00 | 6E 00    |
      | 01 20 00 01                            | 68 81    |
      | 01 A4 04 0C 08 80 25 00 00 01 FF 01 00 | 90 00    |
      | 01 20 00 01                            | 63 C3    |

  @K_08
  Scénario: Une CPS3 lue sans contact n'a pas de code porteur
    Étant donné la carte "CPS de médecin, CPS3 sans contact", dans un lecteur
    Alors la carte donne l'ATR "3B 8F 80 01 00 31 B8 64 04 B0 EC C1 73 94 01 80 82 90 00 0E"
    Et la carte répond ainsi :
      | commande                                              | réponse |
      | 00 A4 04 0C 0D E8 28 BD 08 0F 80 25 00 00 01 FF 00 20 | 90 00   |
      | 00 20 00 01 00                                        | 6A 88   |
