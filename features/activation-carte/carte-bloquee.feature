# language: fr
Fonctionnalité: Bloquer et débloquer sa carte

  @A_05
  Scénario: Trois codes porteurs faux bloquent la carte, et le portail dit comment la débloquer
    Étant donné un médecin dont la carte est dans le lecteur
    Et son navigateur qui lit la carte
    Quand il se connecte au portail avec sa carte, en se trompant 3 fois de code porteur
    Et qu'il renonce à saisir son code porteur
    Alors il voit l'écran "Aucune carte détectée"
    Et sa carte est bloquée
    Quand il suit le conseil "Ma carte est bloquée"
    Alors il voit l'écran "Carte bloquée"
    Et il n'est pas connecté au portail

  @A_05
  Scénario: Une carte bloquée refuse même le bon code porteur
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il saisit 3 fois un code porteur faux
    Alors sa carte est bloquée
    Et sa carte refuse même le bon code porteur
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu
    Et aucun code n'apparaît dans les journaux

  @A_06
  Scénario: Une carte débloquée sert avec son nouveau code porteur
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il saisit 3 fois un code porteur faux
    Et qu'il débloque sa carte avec le bon code de déblocage et choisit un nouveau code porteur
    Et qu'il se connecte au portail avec sa carte
    Alors il est connecté au portail
    Et sa carte accepte à nouveau 3 codes faux

  @A_06
  Scénario: Un code de déblocage faux laisse la carte bloquée et coûte un essai
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il saisit 3 fois un code porteur faux
    Et qu'il tente de débloquer sa carte avec un code de déblocage faux
    Alors sa carte est bloquée
    Et le code de déblocage n'accepte plus que 9 essais
    Et sa carte refuse même le bon code porteur
    Et il n'est pas connecté au portail
